#pragma once

#include "ui/engine/verb_task.h"
#include "ui/pages/export/export_kinds.h"
#include "ui/tasks/job.h"
#include "ui/tasks/run_in_background.h"

#include <memory>

class QTemporaryDir;

namespace fettle::ui {

// Writes one export, in the background or by the engine.
class ExportJob : public QObject {
    Q_OBJECT
public:
    explicit ExportJob(EngineProgram program, QObject* parent = nullptr);
    ~ExportJob() override;

    void start(const ExportKind& kind, const ExportRequest& request);
    [[nodiscard]] Job& job() { return m_job; }
    [[nodiscard]] const ExportKind& kind() const { return m_kind; } // of the latest export
    [[nodiscard]] const ExportRequest& request() const { return m_request; }

Q_SIGNALS:
    void finished(const fettle::Json& result); // of a merge with its proof: top1_agreement, max_logprob_gap, positions

private:
    void copy();
    void writePrompts();
    void runVerb();
    void succeed(const Json& result);
    void cancel();
    void removePrompts();

    VerbTask m_verb;
    Job m_job;
    Task m_task;
    ExportKind m_kind;
    ExportRequest m_request;
    std::shared_ptr<QTemporaryDir> m_folder; // of the prompts' file
};

} // namespace fettle::ui
