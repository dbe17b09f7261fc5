#pragma once

#include "ui/models/run_record.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace fettle::ui {

class MetricPlot;

// The loss, large, beside a column of small charts of everything else that the run reports.
class RunCharts : public QWidget {
    Q_OBJECT
public:
    explicit RunCharts(QWidget* parent = nullptr);
    void setRecord(RunRecord* record);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeLoss();
    void addMissingCharts();
    MetricPlot* addSmall(const QString& key);

    QPointer<RunRecord> m_record;
    MetricPlot* m_loss;
    QScrollArea* m_area;
    QHBoxLayout* m_row;
    QVBoxLayout* m_column;
    QHash<QString, MetricPlot*> m_small;
};

} // namespace fettle::ui
