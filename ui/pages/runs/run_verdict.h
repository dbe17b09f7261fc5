#pragma once

#include "ui/engine/verb_job.h"
#include "ui/models/facts_model.h"
#include "ui/models/run_record.h"
#include "ui/pages/workspace.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QComboBox;
class QLineEdit;
class QTableView;

namespace fettle::ui {

class ErrorStrip;
class MessageStrip;

// Whether a run did help: base and tuned on rows that it did not learn from, asked by `fettle evaluate`.
class RunVerdict : public QWidget {
    Q_OBJECT
public:
    explicit RunVerdict(Workspace& workspace, QWidget* parent = nullptr);
    void setRecord(RunRecord* record);

private:
    [[nodiscard]] QWidget* makeQuestion();
    void ask();
    void read();
    void showVerdict(const Json& verdict);
    void showEmpty();
    void follow(); // what can be asked now

    QPointer<RunRecord> m_record;
    VerbJob m_job;
    FactsModel m_figures, m_changed;
    Task m_reading;
    QAction* m_ask;
    QComboBox* m_scorer;
    QLineEdit* m_pattern;
    MessageStrip* m_verdict;
    ErrorStrip* m_error;
    QTableView *m_figureTable, *m_changedTable;
};

} // namespace fettle::ui
