#include "ui/models/devices_model.h"

#include "core/plan/plan.h"
#include "ui/text/names.h"
#include "ui/text/numbers.h"

namespace fettle::ui {

namespace {

// The same shape as the engine's, from what /proc says.
Json thisProcessor() {
    const DeviceFacts facts = cpuFacts();
    return {{"devices",
             Json::array({{{"device", "cpu"}, {"cores", facts.threads}, {"available_bytes", facts.memoryBytes}}})}};
}

const Json& listIn(const Json& devices) {
    static const Json none = Json::array();
    const auto found = devices.is_object() ? devices.find("devices") : devices.end();
    return found != devices.end() && found->is_array() ? *found : none;
}

QString textIn(const Json& device, const char* key) {
    const auto found = device.find(key);
    return found != device.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

quint64 bytesIn(const Json& device, const char* key) {
    const auto found = device.find(key);
    return found != device.end() && found->is_number_unsigned() ? found->get<quint64>() : 0;
}

bool isProcessor(const Json& device) {
    return textIn(device, "device") == QLatin1String("cpu");
}

QString shortName(const Json& device) {
    if (!isProcessor(device)) return textIn(device, "name");
    const auto cores = device.find("cores");
    const int count = cores != device.end() && cores->is_number_integer() ? cores->get<int>() : 1;
    return DevicesModel::tr("CPU, %n thread(s)", nullptr, count);
}

QString precisionsText(const Json& device) {
    QStringList lines;
    const auto precisions = device.find("precisions");
    if (precisions == device.end() || !precisions->is_object()) return {};
    for (const auto& [name, how] : precisions->items())
        if (how.is_string())
            lines << QStringLiteral("%1: %2").arg(shortDtype(QString::fromStdString(name)),
                                                  QString::fromStdString(how.get<std::string>()));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

DevicesModel::DevicesModel(QObject* parent) : QAbstractListModel(parent), m_devices(thisProcessor()) {}

void DevicesModel::setDevices(const Json& devices) {
    if (listIn(devices).empty()) return; // there is always the processor
    beginResetModel();
    m_devices = devices;
    endResetModel();
}

int DevicesModel::rowOf(const QString& name) const {
    for (int row = 0; row < rowCount(); ++row)
        if (index(row).data(DeviceRole) == name) return row;
    return -1;
}

QString DevicesModel::summary() const {
    const Json& used = automatic();
    const quint64 bytes = bytesIn(used, "memory_bytes");
    if (isProcessor(used) || bytes == 0) return shortName(used);
    return tr("%1, %2").arg(shortName(used), sizeText(bytes));
}

int DevicesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 1 + static_cast<int>(listIn(m_devices).size());
}

// The first GPU, else the processor: what "auto" takes.
const Json& DevicesModel::automatic() const {
    for (const Json& device : listIn(m_devices))
        if (!isProcessor(device)) return device;
    return listIn(m_devices).front();
}

const Json& DevicesModel::device(int row) const {
    return row == 0 ? automatic() : listIn(m_devices)[static_cast<std::size_t>(row - 1)];
}

QVariant DevicesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Json& shown = device(index.row());
    const bool isAuto = index.row() == 0;
    switch (role) {
    case Qt::DisplayRole:
        if (isAuto) return isProcessor(shown) ? tr("auto: this CPU") : tr("auto: %1").arg(shortName(shown));
        return shortName(shown);
    case Qt::ToolTipRole:
        return precisionsText(shown);
    case DeviceRole:
        return isAuto ? QStringLiteral("auto") : textIn(shown, "device");
    case MemoryRole:
        return bytesIn(shown, "memory_bytes");
    case AvailableRole:
        return bytesIn(shown, "available_bytes");
    case PrecisionsRole:
        return precisionsText(shown);
    default:
        return {};
    }
}

} // namespace fettle::ui
