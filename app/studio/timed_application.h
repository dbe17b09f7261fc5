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
    bool notify(QObject* receiver, QEvent* event) override;

private:
    bool m_isMeasuring = false;
    int m_depth = 0; // an event sent from within another one counts with it
    qint64 m_longestNs = 0;
    QElapsedTimer m_timer;
};

} // namespace fettle
