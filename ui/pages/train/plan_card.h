#pragma once

#include "ui/models/planner.h"
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
    PlanCard(Planner& planner, const ConfigDraft& draft, QWidget* parent = nullptr);

    // What stands in the way of a start, in a few words; empty: nothing.
    [[nodiscard]] QString missing() const;

Q_SIGNALS:
    void readinessChanged();

private:
    void show();
    void showPlan(const Plan& plan);
    void showNothing();
    void showWarnings();
    void onFailed(const Error& error);
    [[nodiscard]] QString durationLine() const;

    Planner& m_planner;
    const ConfigDraft& m_draft;
    QString m_problem;
    Label *m_steps, *m_time, *m_trained, *m_memoryText, *m_changes, *m_ready;
    StackedBar* m_memory;
    QProgressBar* m_progress;
    ErrorStrip* m_error;
    QVBoxLayout* m_warnings;
};

} // namespace fettle::ui
