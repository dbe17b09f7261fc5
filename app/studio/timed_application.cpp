#include "app/studio/timed_application.h"

#include <algorithm>

namespace fettle {

void TimedApplication::startMeasuring() {
    m_isMeasuring = true;
    m_longestNs = 0;
}

bool TimedApplication::notify(QObject* receiver, QEvent* event) {
    if (!m_isMeasuring) return QApplication::notify(receiver, event);
    if (m_depth++ == 0) m_timer.start();
    const bool result = QApplication::notify(receiver, event);
    if (--m_depth == 0) m_longestNs = std::max(m_longestNs, m_timer.nsecsElapsed());
    return result;
}

} // namespace fettle
