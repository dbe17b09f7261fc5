#pragma once

#include "ui/engine/verb_job.h"
#include "ui/models/facts_model.h"
#include "ui/pages/workspace.h"
#include "ui/widgets/card.h"
#include "ui/widgets/config_draft.h"

class QAction;
class QTableView;

namespace fettle::ui {

class ErrorStrip;
class MessageStrip;

// Whether training is needed at all: the base model answers questions of the data file in several ways, asked by
// `fettle compare`. An answer goes with its model and its file; another of either takes it away.
class AskingCard : public Card {
    Q_OBJECT
public:
    AskingCard(Workspace& workspace, ConfigDraft& draft, QWidget* parent = nullptr);

private:
    void follow();
    void ask();
    void showComparison(const Json& comparison);

    ConfigDraft& m_draft;
    VerbJob m_job;
    FactsModel m_ways;
    QStringList m_asked; // the arguments that the shown answer is of
    QAction* m_ask;
    ErrorStrip* m_error;
    MessageStrip* m_advice;
    QTableView* m_table;
};

} // namespace fettle::ui
