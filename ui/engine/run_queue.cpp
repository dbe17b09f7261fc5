#include "ui/engine/run_queue.h"

namespace fettle::ui {

RunQueue::RunQueue(RunController* controller, QObject* parent) : QObject(parent), m_controller(controller) {
    // Queued: everyone has heard of the end before the next run begins.
    connect(controller, &RunController::stateChanged, this, &RunQueue::startNext, Qt::QueuedConnection);
}

void RunQueue::add(const QString& folder) {
    const bool runsNow = isActive(m_controller->state()) && m_controller->folder() == folder;
    if (runsNow || m_waiting.contains(folder)) return;
    m_waiting << folder;
    if (isActive(m_controller->state()) || m_isHeld)
        Q_EMIT changed(m_waiting);
    else
        startNext();
}

void RunQueue::remove(const QString& folder) {
    if (m_waiting.removeOne(folder)) Q_EMIT changed(m_waiting);
}

void RunQueue::move(int from, int to) {
    const auto isPlace = [this](int place) { return place >= 0 && place < m_waiting.size(); };
    if (!isPlace(from) || !isPlace(to) || from == to) return;
    m_waiting.move(from, to);
    Q_EMIT changed(m_waiting);
}

void RunQueue::hold() {
    m_isHeld = true;
}

void RunQueue::startNext() {
    if (m_isHeld || m_waiting.isEmpty() || isActive(m_controller->state())) return;
    const QString folder = m_waiting.takeFirst();
    Q_EMIT changed(m_waiting);
    m_controller->start(folder);
}

} // namespace fettle::ui
