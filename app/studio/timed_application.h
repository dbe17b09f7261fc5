#pragma once

#include <QApplication>
#include <QElapsedTimer>

namespace fettle {

// Knows how long the longest event took, for --bench.
class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;

    void startMeasuring();
    [[nodiscard]] double longestMs() const { return static_cast<double>(m_longestNs) / 1e6; }
    // What the longest one was: its type and the class that received it.
    [[nodiscard]] const QByteArray& longestName() const { return m_longestName; }
    bool notify(QObject* receiver, QEvent* event) override;

private:
    bool m_isMeasuring = false;
    bool m_isInside = false; // an event sent from within another one counts with it
    qint64 m_longestNs = 0;
    QByteArray m_longestName;
    QElapsedTimer m_timer;
};

} // namespace fettle
