#pragma once

#include "ui/models/run_record.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace fettle::ui {

class MetricPlot;

// The loss, large, beside a column of small charts of everything else that the run reports.
class RunCharts : public QWidget {
    Q_OBJECT
public:
    explicit RunCharts(QWidget* parent = nullptr);
    void setRecord(RunRecord* record);

private:
    void addMissingCharts();
    MetricPlot* addSmall(const QString& key);

    QPointer<RunRecord> m_record;
    MetricPlot* m_loss;
    QVBoxLayout* m_column;
    QHash<QString, MetricPlot*> m_small;
};

} // namespace fettle::ui
