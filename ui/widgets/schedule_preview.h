#pragma once

#include "core/config/run_config.h"

#include <QPolygonF>
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
    QPolygonF m_curve;
    double m_peak = 0;
    qint64 m_steps = 0;
};

// The factor of the peak at whole steps, spread over the run from 0 to 1; one point a step where there are few.
[[nodiscard]] QPolygonF scheduleCurve(const ScheduleConfig& schedule, double peak, qint64 steps, int mostPoints);

} // namespace fettle::ui
