#pragma once

#include "ui/models/planner.h"
#include "ui/models/recipe_store.h"
#include "ui/pages/workspace.h"
#include "ui/widgets/config_draft.h"
#include "ui/widgets/page.h"

class QScrollArea;

namespace fettle::ui {

class ConfigForm;
class ErrorStrip;
class PageColumn;
class PlanCard;
class SchedulePreview;

// Everything about a run before it starts, with what it would do beside it.
class TrainPage : public Page {
    Q_OBJECT
public:
    explicit TrainPage(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Train"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("train"); }
    [[nodiscard]] QAction* primaryAction() const override { return m_start; }
    void open(const QStringList& paths) override; // data files

    [[nodiscard]] ConfigDraft& draft() { return m_draft; }
    void useModel(const QString& path);
    void useData(const DataFileConfig& file); // and nothing else of the settings changes
    void useConfig(const RunConfig& config);  // of an earlier run

Q_SIGNALS:
    void runStarted(const QString& folder);
    void inspectRequested(const fettle::RunConfig& config); // its data on the Data page

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placePlan();
    void addCards(PageColumn& column);
    void addForms(PageColumn& column);
    void showDevices();
    void showStart();
    void onChanged();
    void start();
    void onCreated(const QString& folder);
    void learnSpeed(const QString& folder, RunState state);

    Workspace& m_workspace;
    ConfigDraft m_draft;
    Planner m_planner;
    RecipeStore m_recipes;
    QAction* m_start;
    PageColumn* m_column;
    QScrollArea* m_beside;
    PlanCard* m_plan;
    ErrorStrip* m_error;
    SchedulePreview* m_schedule = nullptr;
    ConfigForm* m_deviceForm = nullptr;
    ConfigForm* m_optimizerForm = nullptr;
    bool m_isStarting = false;
};

} // namespace fettle::ui
