#pragma once

#include "ui/models/run_record.h"
#include "ui/pages/runs/fact_rows.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QTableView;

namespace fettle::ui {

class MetricPlot;

// Several runs in one chart, above what they came to and the settings in which they differ.
class RunComparison : public QWidget {
    Q_OBJECT
public:
    explicit RunComparison(QWidget* parent = nullptr);
    void setRecords(const QList<RunRecord*>& records); // empty: none

private:
    void showFacts();
    void showKeys();
    void showCurves();

    QList<QPointer<RunRecord>> m_records;
    MetricPlot* m_plot;
    QComboBox* m_key;
    FactsModel m_facts;
    QTimer m_factsTimer; // a live run changes many times a second
    QTableView* m_table;
};

} // namespace fettle::ui
