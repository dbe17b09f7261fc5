#pragma once

#include "ui/models/runs_model.h"
#include "ui/widgets/card.h"
#include "ui/widgets/config_draft.h"

namespace fettle::ui {

class ConfigForm;
class StartingPoint;

// What is learned and which weights move: method, adapter, and where the adapter starts.
class MethodCard : public Card {
    Q_OBJECT
public:
    MethodCard(RunsModel& runs, ConfigDraft& draft, QWidget* parent = nullptr);

private:
    void follow();

    const ConfigDraft& m_draft;
    ConfigForm* m_form;
    StartingPoint* m_start;
};

} // namespace fettle::ui
