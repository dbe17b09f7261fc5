#include "app/studio/timed_application.h"

#include <QMetaEnum>

namespace fettle {

namespace {

QByteArray eventName(QEvent::Type type) {
    const char* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return name != nullptr ? QByteArray(name) : QByteArray::number(type);
}

} // namespace

void TimedApplication::startMeasuring() {
    m_isMeasuring = true;
    m_longestNs = 0;
    m_longestName.clear();
}

bool TimedApplication::notify(QObject* receiver, QEvent* event) {
    if (!m_isMeasuring) return QApplication::notify(receiver, event);
    if (m_isInside) return QApplication::notify(receiver, event);    // counts with the one it was sent from
    const char* receiverClass = receiver->metaObject()->className(); // asked now: the event may delete it
    const QEvent::Type type = event->type();
    m_isInside = true;
    m_timer.start();
    const bool result = QApplication::notify(receiver, event);
    const qint64 took = m_timer.nsecsElapsed();
    m_isInside = false;
    if (took > m_longestNs) {
        m_longestNs = took;
        m_longestName = eventName(type) + " to " + receiverClass;
    }
    return result;
}

} // namespace fettle
