#pragma once

#include "ui/engine/verb_task.h"
#include "ui/tasks/job.h"
#include "ui/tasks/run_in_background.h"

#include <QTimer>

namespace fettle::ui {

// Finds LibTorch by asking `fettle devices`, and fetches it with Python's venv and pip where it is missing.
class RuntimeFetcher : public QObject {
    Q_OBJECT
public:
    explicit RuntimeFetcher(EngineProgram program, QObject* parent = nullptr);
    ~RuntimeFetcher() override;

    void find();
    void fetch();                              // after missing(); find() follows by itself
    [[nodiscard]] Job& job() { return m_job; } // of the fetch; cancelling removes what was fetched so far
    [[nodiscard]] bool isMissing() const { return m_isMissing; }       // known to be; false before find() has ended
    [[nodiscard]] const QString& command() const { return m_command; } // what fetch() runs, for display
    // Rough size of the download: without an NVIDIA driver the processor's part only.
    [[nodiscard]] quint64 expectedBytes() const;

Q_SIGNALS:
    void found(const fettle::Json& devices); // what `fettle devices --json` prints
    void missing(const fettle::Error& error, const QString& command);
    void failed(const fettle::Error& error); // of the look, for another reason than a missing library

private:
    void onDevicesFailed(const Error& error);
    void cancel();
    void readOutput();
    void takeLine(const QString& line);
    void measure();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void conclude(bool isGood);

    EngineProgram m_program;
    VerbTask m_devices;
    Job m_job;
    QProcess* m_fetch = nullptr;
    QTimer m_measureTimer;
    Task m_measuring;
    QString m_command, m_phase;
    QByteArray m_output;
    QStringList m_log;
    quint64 m_announcedBytes = 0;
    bool m_isCancelled = false;
    bool m_isMissing = false;
};

// "  Downloading torch-2.11.0-....whl (530.7 MB)" -> 530,700,000; 0 for any other line.
[[nodiscard]] quint64 announcedBytes(const QString& pipLine);

} // namespace fettle::ui
