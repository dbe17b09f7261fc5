#pragma once

#include "ui/engine/verb_task.h"
#include "ui/tasks/job.h"

namespace fettle::ui {

// One `fettle VERB ... --json` that a person waits for.
class VerbJob : public QObject {
    Q_OBJECT
public:
    VerbJob(EngineProgram program, const QString& title, JobProgress::Unit unit = JobProgress::Unit::Parts,
            QObject* parent = nullptr);

    void start(const QString& verb, const QStringList& arguments = {}); // not while one runs
    [[nodiscard]] Job& job() { return m_job; }

Q_SIGNALS:
    void finished(const fettle::Json& result); // after job().succeeded()

private:
    VerbTask m_verb;
    Job m_job;
};

} // namespace fettle::ui
