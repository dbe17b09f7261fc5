#pragma once

#include "ui/models/run_record.h"
#include "ui/pages/runs/fact_rows.h"

#include <QPointer>
#include <QWidget>

class QPlainTextEdit;
class QStackedWidget;
class QTableView;

namespace fettle::ui {

class SegmentedChoice;

// The run's own saved settings, never the form's: a table, and behind it the file.
class RunSettings : public QWidget {
    Q_OBJECT
public:
    explicit RunSettings(QWidget* parent = nullptr);
    void setRecord(RunRecord* record);

private:
    void showSettings();
    void showChosen();

    QPointer<RunRecord> m_record;
    FactsModel m_facts;
    SegmentedChoice* m_choice;
    QStackedWidget* m_stack;
    QTableView* m_table;
    QPlainTextEdit* m_file;
};

} // namespace fettle::ui
