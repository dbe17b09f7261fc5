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

ExportJob::ExportJob(EngineProgram program, QObject* parent) : QObject(parent), m_verb(std::move(program)) {
    connect(&m_verb, &VerbTask::progressed, this, &ExportJob::progressed);
    connect(&m_verb, &VerbTask::finished, this, [this](const Json& result) {
        end();
        Q_EMIT finished(result);
    });
    connect(&m_verb, &VerbTask::failed, this, [this](const Error& error) {
        end();
        Q_EMIT failed(error);
    });
    connect(&m_verb, &VerbTask::cancelled, this, [this] {
        end();
        Q_EMIT cancelled();
    });
}

ExportJob::~ExportJob() = default;

void ExportJob::start(const ExportRequest& request) {
    if (m_isRunning) return;
    m_request = request;
    m_isRunning = true;
    if (request.kind == ExportRequest::Kind::Copy)
        copy();
    else
        writePrompts();
}

void ExportJob::copy() {
    Q_EMIT progressed(QStringLiteral("copying"), 0, 0);
    const auto work = [source = m_request.source.toStdString(), target = m_request.target.toStdString()](
                          const CancelFlag& flag) { copyFolder(source, target, flag); };
    m_task = runInBackground(
        this, work,
        [this] {
            end();
            Q_EMIT finished(Json::object());
        },
        [this](const Error& error) {
            end();
            Q_EMIT failed(error);
        });
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
            merge(m_folder->filePath(QStringLiteral("prompts.txt")));
        },
        [this](const Error& error) {
            end();
            Q_EMIT failed(error);
        });
}

void ExportJob::merge(const QString& promptsFile) {
    m_verb.start(QStringLiteral("merge"),
                 {QStringLiteral("--model"), m_request.base, QStringLiteral("--adapter"), m_request.source,
                  QStringLiteral("--out"), m_request.target, QStringLiteral("--max-shard-size"), m_request.shardSize,
                  QStringLiteral("--prove"), promptsFile});
}

void ExportJob::cancel() {
    if (!m_isRunning) return;
    if (m_verb.isRunning()) return m_verb.cancel();
    m_task.cancel();
    end();
    Q_EMIT cancelled();
}

void ExportJob::end() {
    m_isRunning = false;
    // The folder is removed where files may be touched.
    runInBackground(
        this, [folder = std::move(m_folder)] {}, [] {}, [](const Error&) {});
}

} // namespace fettle::ui
