#pragma once

#include "ui/models/metric_table_model.h"
#include "ui/models/run_record.h"
#include "ui/widgets/message_strip.h"

#include <QPointer>
#include <QWidget>

class QTableView;

namespace fettle::ui {

// The charts' numbers as a table, to copy or to save.
class MetricTable : public QWidget {
    Q_OBJECT
public:
    explicit MetricTable(QWidget* parent = nullptr);
    void setRecord(RunRecord* record);

private:
    void nameUnits();
    void copy();
    void askWhereToSave();
    void save(const QString& file);

    QPointer<RunRecord> m_record;
    MetricTableModel m_model;
    QTableView* m_view;
    ErrorStrip* m_error;
};

} // namespace fettle::ui
