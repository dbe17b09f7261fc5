#pragma once

#include "core/base/json.h"

#include <QObject>
#include <QProcess>
#include <QStringList>

#include <deque>
#include <vector>

namespace fettle::ui {

// Which program does the work: `fettle`, or a player of scripts in tests.
struct EngineProgram {
    QString path;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    // $FETTLE_PROGRAM, else `fettle` beside this program, else on PATH.
    [[nodiscard]] static EngineProgram find();
};

// How a child ended, with what it said last.
struct EngineEnd {
    bool hasStarted = true; // false: the program could not be run at all; `problem` says why
    QString program, problem;
    int exitCode = 0;
    int signal = 0;      // > 0: killed by this signal
    QStringList lastLog; // last lines of its stderr

    // What to tell of an end that the protocol did not announce, exit code 0 included.
    [[nodiscard]] Error asError() const;
};

// One child: JSON lines in, JSON lines out, stderr as log. It gets SIGTERM when this process dies.
class EngineProcess : public QObject {
    Q_OBJECT
public:
    explicit EngineProcess(EngineProgram program, QObject* parent = nullptr);
    ~EngineProcess() override; // asks a running child to end, and waits for nothing

    void start(const QStringList& arguments);
    void send(const Json& command);
    void closeInput();
    void terminate(); // SIGTERM: save and end
    void kill();      // SIGKILL: only when the user says so
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] qint64 processId() const;
    [[nodiscard]] qint64 badLines() const { return m_badLines; } // on stdout, that were no JSON object
    [[nodiscard]] QStringList lastLog() const;

Q_SIGNALS:
    void messageArrived(const fettle::Json& message);
    void logArrived(const QString& line);
    void ended(const fettle::ui::EngineEnd& end); // after the last message; at most once a start

private:
    void readOutput();
    void readLog();
    [[nodiscard]] bool takeSomeLines(); // false: lines are left for the next turn of the event loop
    void takeLine(const QByteArray& line);
    void takeLogLine(const QByteArray& line);
    void takeRest();
    void finishWhenRead();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void onError(QProcess::ProcessError error);

    EngineProgram m_program;
    QProcess* m_process = nullptr;
    QByteArray m_output, m_log; // not yet taken; a partial last line stays here
    bool m_isReadScheduled = false;
    bool m_isEndPending = false;
    EngineEnd m_end;
    qint64 m_badLines = 0;
    std::deque<QString> m_lastLog;
};

} // namespace fettle::ui
