#include "ui/pages/export/export_job.h"

#include "core/base/files.h"

#include <QTemporaryDir>

#include <filesystem>
#include <utility>

namespace fettle::ui {

namespace {

namespace fs = std::filesystem;

void requireEmpty(const fs::path& target) {
    if (!fs::exists(target) || (fs::is_directory(target) && fs::is_empty(target))) return;
    throw Error{ErrorKind::AlreadyExists,
                target.string() + " exists and is not empty.",
                "Choose a new folder.",
                {{"file", target.string()}}};
}

// Nobody sees half an export: everything is written under another name first.
void copyFolder(const fs::path& source, const fs::path& target, const CancelFlag& flag) {
    requireEmpty(target);
    if (target.has_parent_path()) makeFolder(target.parent_path());
    AtomicFolder folder(target);
    for (const auto& entry : fs::recursive_directory_iterator(source)) {
        flag.throwIfRequested();
        const fs::path to = folder.path() / fs::relative(entry.path(), source);
        if (entry.is_directory())
            makeFolder(to);
        else
            fs::copy_file(entry.path(), to);
    }
    folder.commit();
}

} // namespace

ExportJob::ExportJob(EngineProgram program, QObject* parent)
    : QObject(parent), m_verb(std::move(program)), m_job(tr("Exporting")), m_kind(exportKinds().front()) {
    connect(&m_verb, &VerbTask::progressed, this, [this](const QString& phase, qint64 done, qint64 total) {
        m_job.report({.phase = phase, .done = done, .total = total});
    });
    connect(&m_verb, &VerbTask::finished, this, &ExportJob::succeed);
    connect(&m_verb, &VerbTask::failed, &m_job, [this](const Error& error) { m_job.fail(error); });
    connect(&m_verb, &VerbTask::cancelled, &m_job, &Job::endCancelled);
    connect(&m_job, &Job::cancelRequested, this, &ExportJob::cancel);
    connect(&m_job, &Job::ended, this, &ExportJob::removePrompts);
}

ExportJob::~ExportJob() = default;

void ExportJob::start(const ExportKind& kind, const ExportRequest& request) {
    if (m_job.isRunning()) return;
    m_kind = kind;
    m_request = request;
    m_job.begin();
    if (kind.verb.isEmpty())
        copy();
    else
        writePrompts();
}

void ExportJob::copy() {
    m_job.report({.phase = QStringLiteral("copying")});
    const auto work = [source = m_request.result.path.toStdString(), target = m_request.target.toStdString()](
                          const CancelFlag& flag) { copyFolder(source, target, flag); };
    m_task = runInBackground(
        this, work, [this] { succeed(Json::object()); }, [this](const Error& error) { m_job.fail(error); });
}

void ExportJob::writePrompts() {
    QStringList lines = m_request.prompts;
    lines.replaceInStrings(QStringLiteral("\n"), QStringLiteral(" ")); // the verb reads one prompt a line
    const auto work = [text = lines.join(QLatin1Char('\n')).toStdString()] {
        auto folder = std::make_shared<QTemporaryDir>();
        writeFileAtomically(folder->filePath(QStringLiteral("prompts.txt")).toStdString(), text);
        return folder;
    };
    m_task = runInBackground(
        this, work,
        [this](std::shared_ptr<QTemporaryDir> folder) {
            m_folder = std::move(folder);
            m_request.promptsFile = m_folder->filePath(QStringLiteral("prompts.txt"));
            runVerb();
        },
        [this](const Error& error) { m_job.fail(error); });
}

void ExportJob::runVerb() {
    m_verb.start(m_kind.verb, m_kind.arguments(m_request));
}

void ExportJob::succeed(const Json& result) {
    m_job.succeed();
    Q_EMIT finished(result);
}

void ExportJob::cancel() {
    if (m_verb.isRunning()) return m_verb.cancel();
    m_task.cancel();
    m_job.endCancelled();
}

// In the background, where files may be touched.
void ExportJob::removePrompts() {
    runInBackground(
        this, [folder = std::exchange(m_folder, nullptr)] {}, [] {}, [](const Error&) {});
}

} // namespace fettle::ui
