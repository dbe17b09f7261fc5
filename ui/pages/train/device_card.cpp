#include "ui/pages/train/device_card.h"

#include "ui/pages/train/choice_cost_texts.h"
#include "ui/widgets/config_form.h"
#include "ui/widgets/field_facts.h"

#include <QVBoxLayout>

namespace fettle::ui {

DeviceCard::DeviceCard(const DevicesModel& devices, const Planner& planner, ConfigDraft& draft, QWidget* parent)
    : Card(tr("Device and precision"), parent), m_devices(devices), m_planner(planner),
      m_form(new ConfigForm(&draft, keysOf(FormPart::Device), ConfigForm::Fields::Both)) {
    content()->addWidget(m_form);
    connect(&devices, &QAbstractItemModel::modelReset, this, &DeviceCard::showDevices);
    connect(&planner, &Planner::planned, this, &DeviceCard::showCosts);
    showDevices();
}

void DeviceCard::showDevices() {
    QStringList values, texts;
    for (int row = 0; row < m_devices.rowCount(); ++row) {
        const QModelIndex device = m_devices.index(row, 0);
        values << device.data(DevicesModel::DeviceRole).toString();
        texts << device.data().toString();
    }
    m_form->setChoices(QStringLiteral("device"), values, texts);
}

void DeviceCard::showCosts() {
    for (const char* key : {"precision.compute", "model.dtype", "model.quantization.kind", "gradient_checkpointing"})
        showChoiceCosts(*m_form, QString::fromLatin1(key), *m_planner.plan());
}

} // namespace fettle::ui
