#pragma once

#include "ui/models/run_record.h"
#include "ui/pages/runs/differences_model.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QTableView;

namespace fettle::ui {

class MetricPlot;

// Several runs in one chart, beside the settings in which they differ.
class RunComparison : public QWidget {
    Q_OBJECT
public:
    explicit RunComparison(QWidget* parent = nullptr);
    void setRecords(const QList<RunRecord*>& records); // empty: none

private:
    void showSettings();
    void showKeys();
    void showCurves();

    QList<QPointer<RunRecord>> m_records;
    MetricPlot* m_plot;
    QComboBox* m_key;
    DifferencesModel m_differences;
    QTableView* m_table;
};

} // namespace fettle::ui
