#pragma once

#include "core/config/metrics.h"
#include "ui/models/run_record.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace fettle::ui {

class MetricPlot;

// The loss, large, beside a column of small charts of everything else that the metric catalogue draws of such a run.
class RunCharts : public QWidget {
    Q_OBJECT
public:
    explicit RunCharts(QWidget* parent = nullptr);
    void setRecord(RunRecord* record);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeLoss();
    void showMetrics();
    void showSmall(const std::vector<Metric>& metrics);
    void follow(MetricPlot* plot);
    void showView(const MetricPlot* source, double from, double to);
    [[nodiscard]] MetricPlot* makeSmall(const Metric& metric);
    [[nodiscard]] std::vector<Metric> wantedMetrics(const ObjectiveConfig& objective) const;

    QPointer<RunRecord> m_record;
    MetricPlot* m_loss;
    QScrollArea* m_area;
    QHBoxLayout* m_row;
    QVBoxLayout* m_column;
    std::vector<MetricPlot*> m_small;
};

} // namespace fettle::ui
