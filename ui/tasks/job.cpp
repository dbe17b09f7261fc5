#include "ui/tasks/job.h"

#include <utility>

namespace fettle::ui {

Job::Job(QString title, QObject* parent) : QObject(parent), m_title(std::move(title)) {}

void Job::begin() {
    m_isRunning = true;
    m_progress = {};
    Q_EMIT started();
}

void Job::report(const JobProgress& progress) {
    if (!m_isRunning) return;
    m_progress = progress;
    Q_EMIT progressed();
}

bool Job::leave() {
    return std::exchange(m_isRunning, false);
}

void Job::succeed() {
    if (!leave()) return;
    Q_EMIT succeeded();
    Q_EMIT ended();
}

void Job::fail(const Error& error, const QStringList& lastLog) {
    if (!leave()) return;
    Q_EMIT failed(error, lastLog);
    Q_EMIT ended();
}

void Job::endCancelled() {
    if (!leave()) return;
    Q_EMIT cancelled();
    Q_EMIT ended();
}

void Job::cancel() {
    if (m_isRunning) Q_EMIT cancelRequested();
}

} // namespace fettle::ui
