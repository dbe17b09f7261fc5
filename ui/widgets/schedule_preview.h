#pragma once

#include "core/config/run_config.h"

#include <QVector>
#include <QWidget>

namespace fettle::ui {

// The learning rate over the run, as a small curve with its peak and its steps.
class SchedulePreview : public QWidget {
    Q_OBJECT
public:
    explicit SchedulePreview(QWidget* parent = nullptr);
    void setSchedule(const ScheduleConfig& schedule, double peak, qint64 steps); // steps 0: not known yet
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVector<double> m_factors;
    double m_peak = 0;
    qint64 m_steps = 0;
};

// Factors of the peak at `points` evenly spread steps (transformers' schedules).
[[nodiscard]] QVector<double> scheduleCurve(const ScheduleConfig& schedule, qint64 steps, int points);

} // namespace fettle::ui
