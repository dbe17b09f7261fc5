#include "ui/engine/runtime_fetcher.h"

#include "core/base/files.h"
#include "ui/engine/departing.h"

#include <QRegularExpression>

#include <csignal>
#include <filesystem>
#include <sys/prctl.h>
#include <unistd.h>

namespace fettle::ui {

namespace fs = std::filesystem;

namespace {

constexpr int kMeasureMilliseconds = 500;
constexpr int kPipLinesKept = 200;

// Where the command builds the runtime before it moves the whole into its place.
fs::path partFolder() {
    return dataHome() / "runtime.part";
}

// pip loads files into TMPDIR, which is the only place where its progress shows.
fs::path downloadFolder() {
    return dataHome() / "runtime.download";
}

quint64 bytesBelow(const fs::path& folder, const CancelFlag& flag) {
    quint64 bytes = 0;
    std::error_code gone; // files come and go while pip works
    for (fs::recursive_directory_iterator entry(folder, gone), end; !gone && entry != end; entry.increment(gone)) {
        flag.throwIfRequested();
        std::error_code ignored;
        if (entry->is_regular_file(ignored)) bytes += entry->file_size(ignored);
    }
    return bytes;
}

// Its own group, so that the shell's children end with it.
void leadGroup(pid_t parent) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) ::_exit(1);
}

QProcessEnvironment fetchEnvironment() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TMPDIR"), QString::fromStdString(downloadFolder().string()));
    environment.insert(QStringLiteral("PIP_NO_CACHE_DIR"), QStringLiteral("1"));
    environment.insert(QStringLiteral("PIP_DISABLE_PIP_VERSION_CHECK"), QStringLiteral("1"));
    environment.insert(QStringLiteral("PIP_NO_INPUT"), QStringLiteral("1"));
    environment.insert(QStringLiteral("PYTHONUNBUFFERED"), QStringLiteral("1"));
    return environment;
}

} // namespace

quint64 announcedBytes(const QString& pipLine) {
    static const QRegularExpression pattern(QStringLiteral(R"(^\s*Downloading \S+ \(([\d.]+) (kB|MB|GB)\))"));
    const auto match = pattern.match(pipLine);
    if (!match.hasMatch()) return 0;
    const QString unit = match.captured(2);
    const double factor = unit == QLatin1String("kB") ? 1e3 : unit == QLatin1String("MB") ? 1e6 : 1e9;
    return static_cast<quint64>(match.captured(1).toDouble() * factor);
}

RuntimeFetcher::RuntimeFetcher(EngineProgram program, QObject* parent)
    : QObject(parent), m_program(program), m_devices(std::move(program), this), m_job(tr("Downloading LibTorch"), this),
      m_measureTimer(this) {
    m_measureTimer.setInterval(kMeasureMilliseconds);
    connect(&m_measureTimer, &QTimer::timeout, this, &RuntimeFetcher::measure);
    connect(&m_job, &Job::cancelRequested, this, &RuntimeFetcher::cancel);
    connect(&m_devices, &VerbTask::finished, this, [this](const Json& devices) {
        m_isMissing = false;
        Q_EMIT found(devices);
    });
    connect(&m_devices, &VerbTask::failed, this, &RuntimeFetcher::onDevicesFailed);
}

RuntimeFetcher::~RuntimeFetcher() {
    m_measuring.cancel();
    if (m_fetch == nullptr) return;
    ::kill(-static_cast<pid_t>(m_fetch->processId()), SIGTERM);
    letGo(m_fetch);
}

void RuntimeFetcher::find() {
    m_devices.start(QStringLiteral("devices"));
}

quint64 RuntimeFetcher::expectedBytes() const {
    return m_command.contains(QLatin1String("--no-deps")) ? 550'000'000 : 3'000'000'000;
}

void RuntimeFetcher::onDevicesFailed(const Error& error) {
    if (error.kind != ErrorKind::RuntimeMissing) return Q_EMIT failed(error);
    const auto command = error.facts.find("command");
    m_command = command == error.facts.end() ? QString() : QString::fromStdString(command->second);
    m_isMissing = true;
    Q_EMIT missing(error, m_command);
}

void RuntimeFetcher::fetch() {
    if (m_job.isRunning() || m_command.isEmpty()) return;
    m_isCancelled = false;
    m_announcedBytes = 0;
    m_log.clear();
    m_output.clear();
    m_phase = QStringLiteral("environment");
    m_fetch = new QProcess(this);
    m_fetch->setProcessEnvironment(fetchEnvironment());
    m_fetch->setProcessChannelMode(QProcess::MergedChannels);
    m_fetch->setChildProcessModifier([parent = ::getpid()] { leadGroup(parent); });
    connect(m_fetch, &QProcess::readyReadStandardOutput, this, &RuntimeFetcher::readOutput);
    connect(m_fetch, &QProcess::finished, this, &RuntimeFetcher::onFinished);
    const QString folder = QString::fromStdString(downloadFolder().string());
    // The folder's name is an argument, not a part of the script: nothing in it is read as a command.
    m_fetch->start(QStringLiteral("/bin/sh"),
                   {QStringLiteral("-c"), QStringLiteral("rm -rf \"$0\" && mkdir -p \"$0\" && ") + m_command, folder});
    m_measureTimer.start();
    m_job.begin();
    m_job.report({.phase = m_phase});
}

void RuntimeFetcher::cancel() {
    m_isCancelled = true;
    if (m_fetch == nullptr) return; // it has ended, and what it left is being removed
    if (m_fetch->processId() > 0) ::kill(-static_cast<pid_t>(m_fetch->processId()), SIGTERM);
    m_fetch->terminate(); // where it does not lead its group yet
}

void RuntimeFetcher::readOutput() {
    m_output += m_fetch->readAllStandardOutput();
    qsizetype start = 0;
    for (qsizetype end; (end = m_output.indexOf('\n', start)) >= 0; start = end + 1)
        takeLine(QString::fromUtf8(m_output.mid(start, end - start)));
    m_output.remove(0, start);
}

void RuntimeFetcher::takeLine(const QString& line) {
    m_log << line;
    if (m_log.size() > kPipLinesKept) m_log.removeFirst();
    if (const quint64 bytes = announcedBytes(line)) {
        m_announcedBytes += bytes;
        m_phase = QStringLiteral("downloading");
    }
    if (line.startsWith(QLatin1String("Installing collected packages"))) m_phase = QStringLiteral("installing");
}

void RuntimeFetcher::measure() {
    const bool isDownload = m_phase == QLatin1String("downloading");
    const fs::path folder = isDownload ? downloadFolder() : partFolder();
    const quint64 total = isDownload ? std::max(m_announcedBytes, expectedBytes()) : 0;
    m_measuring.cancel();
    m_measuring = runInBackground(
        this, [folder](const CancelFlag& flag) { return bytesBelow(folder, flag); },
        [this, total, phase = m_phase](quint64 bytes) {
            m_job.report({phase, static_cast<qint64>(bytes), static_cast<qint64>(total), JobProgress::Unit::Bytes});
        },
        [](const Error&) {});
}

void RuntimeFetcher::onFinished(int exitCode, QProcess::ExitStatus status) {
    m_measureTimer.stop();
    m_measuring.cancel();
    readOutput();
    m_fetch->deleteLater();
    m_fetch = nullptr;
    const bool isGood = status == QProcess::NormalExit && exitCode == 0;
    const auto clean = [] {
        fs::remove_all(downloadFolder());
        fs::remove_all(partFolder());
    };
    runInBackground(
        this, clean, [this, isGood] { conclude(isGood); }, [this, isGood](const Error&) { conclude(isGood); });
}

void RuntimeFetcher::conclude(bool isGood) {
    if (isGood) {
        m_job.succeed();
        return find();
    }
    if (m_isCancelled) return m_job.endCancelled();
    const std::string last = m_log.isEmpty() ? std::string() : m_log.last().toStdString();
    m_job.fail(Error{ErrorKind::RuntimeMissing,
                     "LibTorch could not be fetched: " + last,
                     "Check the network and that Python 3 with its venv module is installed, then try again.",
                     {{"fetch", m_command.toStdString()}}},
               m_log);
}

} // namespace fettle::ui
