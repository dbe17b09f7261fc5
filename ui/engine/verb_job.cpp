#include "ui/engine/verb_job.h"

#include <utility>

namespace fettle::ui {

VerbJob::VerbJob(EngineProgram program, const QString& title, JobProgress::Unit unit, QObject* parent)
    : QObject(parent), m_verb(std::move(program)), m_job(title) {
    connect(&m_verb, &VerbTask::progressed, this, [this, unit](const QString& phase, qint64 done, qint64 total) {
        m_job.report({.phase = phase, .done = done, .total = total, .unit = unit});
    });
    connect(&m_verb, &VerbTask::finished, this, [this](const Json& result) {
        m_job.succeed();
        Q_EMIT finished(result);
    });
    connect(&m_verb, &VerbTask::failed, &m_job, [this](const Error& error) { m_job.fail(error); });
    connect(&m_verb, &VerbTask::cancelled, &m_job, &Job::endCancelled);
    connect(&m_job, &Job::cancelRequested, &m_verb, &VerbTask::cancel);
}

void VerbJob::start(const QString& verb, const QStringList& arguments) {
    if (m_job.isRunning()) return;
    m_job.begin();
    m_verb.start(verb, arguments);
}

} // namespace fettle::ui
