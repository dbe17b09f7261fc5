#pragma once

#include "ui/models/devices_model.h"
#include "ui/models/planner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/config_draft.h"

namespace fettle::ui {

class ConfigForm;

// Where it is computed and in which number formats, with what each of them takes.
class DeviceCard : public Card {
    Q_OBJECT
public:
    DeviceCard(const DevicesModel& devices, const Planner& planner, ConfigDraft& draft, QWidget* parent = nullptr);

private:
    void showDevices();
    void showCosts();

    const DevicesModel& m_devices;
    const Planner& m_planner;
    ConfigForm* m_form;
};

} // namespace fettle::ui
