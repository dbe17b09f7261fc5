#pragma once

#include "ui/engine/verb_task.h"
#include "ui/tasks/run_in_background.h"

#include <memory>

class QTemporaryDir;

namespace fettle::ui {

struct ExportRequest {
    enum class Kind {
        Copy,   // the adapter, or the whole tuned model, as it lies in the run
        Merged, // base and adapter in one model
    } kind = Kind::Copy;
    QString source;      // folder to copy, or the adapter to merge
    QString base;        // of a merge
    QString target;      // a new or empty folder
    QString shardSize;   // "5GB"
    QStringList prompts; // for the proof of a merge
};

// Writes one export, in the background or by the engine.
class ExportJob : public QObject {
    Q_OBJECT
public:
    explicit ExportJob(EngineProgram program, QObject* parent = nullptr);
    ~ExportJob() override;

    void start(const ExportRequest& request);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] const ExportRequest& request() const { return m_request; }

Q_SIGNALS:
    void progressed(const QString& phase, qint64 done, qint64 total);
    void finished(const fettle::Json& result); // of a merge with its proof: top1_agreement, max_logprob_gap, positions
    void failed(const fettle::Error& error);
    void cancelled();

private:
    void copy();
    void writePrompts();
    void merge(const QString& promptsFile);
    void end();

    VerbTask m_verb;
    Task m_task;
    ExportRequest m_request;
    std::shared_ptr<QTemporaryDir> m_folder; // of the prompts' file
    bool m_isRunning = false;
};

} // namespace fettle::ui
