#pragma once

#include "ui/models/planner.h"
#include "ui/models/recipe_store.h"
#include "ui/pages/train/own_defaults.h"
#include "ui/pages/workspace.h"
#include "ui/widgets/config_draft.h"
#include "ui/widgets/page.h"

#include <functional>

class QScrollArea;

namespace fettle::ui {

class DraftKeeper;
class ErrorStrip;
class PageColumn;
class PlanCard;
class SweepCard;

// Everything about a run before it starts, with what it would do beside it.
class TrainPage : public Page {
    Q_OBJECT
public:
    explicit TrainPage(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QAction* primaryAction() const override { return m_start; }
    [[nodiscard]] int contentWidth() const override;
    void open(const QStringList& paths) override; // data files

    [[nodiscard]] ConfigDraft& draft() { return m_draft; }
    void useModel(const QString& path);
    void useData(const DataFileConfig& file);             // and nothing else of the settings changes
    void useConfig(const RunConfig& config);              // of an earlier run
    void setField(const QString& key, const Json& value); // "adapter.r"; a refused value is shown at its field

Q_SIGNALS:
    void runStarted(const QString& folder);
    void inspectRequested(const fettle::RunConfig& config); // its data on the Data page

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addCards(PageColumn& column);
    void connectParts();
    void followSettings();
    void followRecipe();
    void placePlan();
    void plan();
    void showStart();
    void start();
    void startAll(const std::vector<RunConfig>& runs);
    void createNext();
    void onCreated(const QString& folder);
    void whenRestored(const std::function<void()>& act);

    Workspace& m_workspace;
    ConfigDraft m_draft;
    Planner m_planner;
    RecipeStore m_recipes;
    OwnDefaults m_ownDefaults;
    QAction* m_start;
    PageColumn* m_column;
    QScrollArea* m_beside;
    PlanCard* m_plan;
    ErrorStrip* m_error;
    DraftKeeper* m_keeper;
    SweepCard* m_sweep;
    std::vector<RunConfig> m_waiting; // to be created, the next one last
    bool m_isStarting = false;
};

} // namespace fettle::ui
