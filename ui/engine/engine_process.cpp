#include "ui/engine/engine_process.h"

#include "ui/engine/departing.h"

#include <QElapsedTimer>

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

namespace fettle::ui {

namespace {

constexpr int kLogLinesKept = 200;
constexpr qint64 kSliceMilliseconds = 4; // the window must answer in between
constexpr qsizetype kLongestLine = 64 << 20;

// In the child, before exec: the kernel tells it when this process dies.
void followParent(pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) ::_exit(1);
}

} // namespace

EngineProcess::EngineProcess(EngineProgram program, QObject* parent) : QObject(parent), m_program(std::move(program)) {}

EngineProcess::~EngineProcess() {
    if (isRunning()) letGo(m_process);
}

void EngineProcess::start(const QStringList& arguments) {
    if (isRunning() || m_isEndPending) return;
    if (m_process != nullptr) m_process->deleteLater(); // its own signal may be what led here
    m_process = new QProcess(this);
    m_output.clear();
    m_log.clear();
    m_lastLog.clear();
    m_badLines = 0;
    m_end = {.program = m_program.path};
    m_process->setProcessEnvironment(m_program.environment);
    m_process->setChildProcessModifier([parent = ::getpid()] { followParent(parent); });
    connect(m_process, &QProcess::readyReadStandardOutput, this, &EngineProcess::readOutput);
    connect(m_process, &QProcess::readyReadStandardError, this, &EngineProcess::readLog);
    connect(m_process, &QProcess::finished, this, &EngineProcess::onFinished);
    connect(m_process, &QProcess::errorOccurred, this, &EngineProcess::onError);
    m_process->start(m_program.path, arguments);
}

void EngineProcess::send(const Json& command) {
    if (!isRunning()) return;
    m_process->write(QByteArray::fromStdString(toLine(command)) + '\n');
}

void EngineProcess::closeInput() {
    if (m_process != nullptr) m_process->closeWriteChannel();
}

void EngineProcess::terminate() {
    if (isRunning()) m_process->terminate();
}

void EngineProcess::kill() {
    if (isRunning()) m_process->kill();
}

bool EngineProcess::isRunning() const {
    return m_process != nullptr && m_process->state() != QProcess::NotRunning;
}

qint64 EngineProcess::processId() const {
    return m_process == nullptr ? 0 : m_process->processId();
}

QStringList EngineProcess::lastLog() const {
    return {m_lastLog.begin(), m_lastLog.end()};
}

void EngineProcess::readOutput() {
    m_output += m_process->readAllStandardOutput();
    if (takeSomeLines()) {
        finishWhenRead();
    } else if (!m_isReadScheduled) {
        m_isReadScheduled = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_isReadScheduled = false;
                readOutput();
            },
            Qt::QueuedConnection);
    }
}

bool EngineProcess::takeSomeLines() {
    QElapsedTimer clock;
    clock.start();
    qsizetype start = 0;
    for (qsizetype end; (end = m_output.indexOf('\n', start)) >= 0; start = end + 1) {
        if (clock.elapsed() >= kSliceMilliseconds) break;
        takeLine(m_output.mid(start, end - start));
    }
    m_output.remove(0, start);
    if (m_output.contains('\n')) return false;
    if (m_output.size() > kLongestLine) {
        ++m_badLines;
        m_output.clear();
    }
    return true;
}

void EngineProcess::takeLine(const QByteArray& line) {
    if (line.isEmpty()) return;
    try {
        const Json message = parseJson({line.data(), static_cast<std::size_t>(line.size())}, "a line of the engine");
        if (message.is_object()) return Q_EMIT messageArrived(message);
    } catch (const Error&) {
    }
    ++m_badLines;
    takeLogLine(line);
}

void EngineProcess::readLog() {
    m_log += m_process->readAllStandardError();
    qsizetype start = 0;
    for (qsizetype end; (end = m_log.indexOf('\n', start)) >= 0; start = end + 1)
        takeLogLine(m_log.mid(start, end - start));
    m_log.remove(0, start);
}

void EngineProcess::takeLogLine(const QByteArray& line) {
    const QString text = QString::fromUtf8(line);
    m_lastLog.push_back(text);
    if (m_lastLog.size() > kLogLinesKept) m_lastLog.pop_front();
    Q_EMIT logArrived(text);
}

void EngineProcess::takeRest() {
    if (!m_log.isEmpty()) takeLogLine(std::exchange(m_log, {}));
    if (!m_output.isEmpty()) takeLine(std::exchange(m_output, {}));
}

void EngineProcess::onFinished(int exitCode, QProcess::ExitStatus status) {
    const bool hasCrashed = status == QProcess::CrashExit;
    m_end.exitCode = hasCrashed ? 0 : exitCode;
    m_end.signal = hasCrashed ? exitCode : 0;
    m_isEndPending = true;
    readLog();
    readOutput();
}

void EngineProcess::onError(QProcess::ProcessError error) {
    if (error != QProcess::FailedToStart) return;
    m_end.hasStarted = false;
    m_end.problem = m_process->errorString();
    m_isEndPending = true;
    // Not from inside start(): who starts it may not be ready to hear of its end.
    QMetaObject::invokeMethod(this, &EngineProcess::finishWhenRead, Qt::QueuedConnection);
}

void EngineProcess::finishWhenRead() {
    if (!m_isEndPending) return;
    m_isEndPending = false;
    takeRest();
    m_end.lastLog = lastLog();
    Q_EMIT ended(m_end);
}

} // namespace fettle::ui
