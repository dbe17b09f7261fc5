#pragma once

#include "ui/models/planner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/config_draft.h"

namespace fettle::ui {

class ConfigForm;
class SchedulePreview;

// How fast and how long: optimizer, learning rate, batch, duration, with the learning rate over the run.
class TrainingCard : public Card {
    Q_OBJECT
public:
    TrainingCard(const Planner& planner, ConfigDraft& draft, QWidget* parent = nullptr);

private:
    void follow();
    [[nodiscard]] QString batchNote() const;

    const Planner& m_planner;
    const ConfigDraft& m_draft;
    ConfigForm* m_form;
    SchedulePreview* m_schedule;
};

} // namespace fettle::ui
