#pragma once

#include "ui/models/planner.h"
#include "ui/pages/workspace.h"
#include "ui/widgets/card.h"
#include "ui/widgets/config_draft.h"

class QProgressBar;
class QVBoxLayout;

namespace fettle::ui {

class ErrorStrip;
class StackedBar;

// What the configuration beside it would do, and whether it can start.
class PlanCard : public Card {
    Q_OBJECT
public:
    PlanCard(Workspace& workspace, Planner& planner, const ConfigDraft& draft, QWidget* parent = nullptr);

Q_SIGNALS:
    void readinessChanged();

private:
    void show();
    void showPlan(const Plan& plan);
    void showNothing();
    void showWarnings();
    void showFailure();
    void showGate();
    void showChanges();
    [[nodiscard]] QString durationLine(const Plan& plan) const;

    Workspace& m_workspace;
    Planner& m_planner;
    const ConfigDraft& m_draft;
    Label *m_steps, *m_time, *m_trained, *m_memoryText, *m_changes, *m_ready;
    StackedBar* m_memory;
    QProgressBar* m_progress;
    ErrorStrip* m_error;
    QVBoxLayout* m_warnings;
};

} // namespace fettle::ui
