#pragma once

#include "ui/models/results_model.h"
#include "ui/pages/runs/run_actions.h"
#include "ui/pages/workspace.h"
#include "ui/widgets/page.h"

class QSplitter;
class QStackedWidget;

namespace fettle::ui {

class EmptyState;
class FurtherQuestion;
class MessageStrip;
class RunComparison;
class RunList;
class RunView;

// All runs beside the one that is looked at, or the comparison of several.
class RunsPage : public Page {
    Q_OBJECT
public:
    explicit RunsPage(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QAction* primaryAction() const override { return m_actions.primary(); }
    [[nodiscard]] QList<QAction*> secondaryActions() const override { return m_actions.secondary(); }
    void open(const QStringList& paths) override; // a run folder
    void find() override;
    void cancel() override;

    void showRun(const QString& folder);
    [[nodiscard]] QString shownRun() const; // its folder; empty: none, or several

Q_SIGNALS:
    void chatRequested(const fettle::ui::ResultRef& result);
    void exportRequested(const fettle::ui::ResultRef& result);
    void duplicateRequested(const fettle::RunConfig& config);
    void trainRequested(); // the page where a first run is made

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectActions();
    QWidget* makeEmptyState();
    void onSelectionChanged();
    void showRecord(RunRecord* record);
    void askHowFurther();
    void extendRun(double more, DurationUnit unit);
    void askForName();
    void askToDelete();
    void deleteRun();
    void onRemoved(const QString& folder);

    Workspace& m_workspace;
    RunActions m_actions;
    RunList* m_list;
    RunView* m_view;
    RunComparison* m_comparison;
    QStackedWidget* m_stack;
    QSplitter* m_split;
    MessageStrip* m_strip; // asks before a run is deleted
    MessageStrip* m_gone;  // tells of a run that is not there any more
    FurtherQuestion* m_further;
    QAction* m_delete;
    QString m_deleted; // what was asked to go
};

} // namespace fettle::ui
