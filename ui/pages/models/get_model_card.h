#pragma once

#include "ui/engine/verb_job.h"
#include "ui/models/suggested_models.h"
#include "ui/pages/workspace.h"
#include "ui/widgets/card.h"

class QAction;
class QLineEdit;
class QTableView;

namespace fettle::ui {

class ErrorStrip;
class MessageStrip;

// Downloads a model of the Hugging Face hub: one of those suggested, or any by its name.
class GetModelCard : public Card {
    Q_OBJECT
public:
    explicit GetModelCard(Workspace& workspace, QWidget* parent = nullptr);

    void begin(); // shown, with the cursor where the name is typed

Q_SIGNALS:
    void trainRequested(const QString& path);

private:
    void addTable();
    void addName();
    void takeRow();
    void sayWhatIsMissing();
    void download();
    void onFinished(const Json& result);

    Workspace& m_workspace;
    VerbJob m_fetch;
    SuggestedModelsTable m_suggested;
    QTableView* m_table;
    QLineEdit* m_name;
    QAction *m_download, *m_train;
    ErrorStrip* m_error;
    MessageStrip* m_done;
    QString m_fetched, m_folder; // the name asked for last, and where it lies
};

} // namespace fettle::ui
