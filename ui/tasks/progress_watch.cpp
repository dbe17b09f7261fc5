#include "ui/tasks/progress_watch.h"

namespace fettle::ui {

ProgressWatch::ProgressWatch(QObject* parent) : QObject(parent), m_timer(this) {
    m_timer.setInterval(100);
    connect(&m_timer, &QTimer::timeout, this, &ProgressWatch::look);
}

std::shared_ptr<ProgressCell> ProgressWatch::begin() {
    m_cell = std::make_shared<ProgressCell>();
    m_shown = -1;
    m_timer.start();
    return m_cell;
}

void ProgressWatch::end() {
    m_timer.stop();
}

void ProgressWatch::look() {
    const std::int64_t done = m_cell->done;
    if (done == m_shown) return;
    m_shown = done;
    Q_EMIT progressed(done, m_cell->total);
}

} // namespace fettle::ui
