#include "ui/tasks/jobs.h"

namespace fettle::ui {

void Jobs::add(Job* job) {
    m_jobs << job;
    connect(job, &Job::started, this, &Jobs::changed);
    connect(job, &Job::ended, this, &Jobs::changed);
    connect(job, &Job::failed, this, [this, job](const Error& error, const QStringList& lastLog) {
        Q_EMIT failed(job->title(), error, lastLog);
    });
    connect(job, &QObject::destroyed, this, [this, job] {
        m_jobs.removeOne(job);
        Q_EMIT changed();
    });
}

QList<Job*> Jobs::running() const {
    QList<Job*> running;
    for (Job* job : m_jobs)
        if (job->isRunning()) running << job;
    return running;
}

void Jobs::cancelAll() {
    for (Job* job : running())
        job->cancel();
}

} // namespace fettle::ui
