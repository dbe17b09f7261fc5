#include "ui/models/devices_model.h"

#include "ui/text/json_values.h"
#include "ui/text/names.h"
#include "ui/text/numbers.h"

#include <QThread>

namespace fettle::ui {

namespace {

// The same shape as the engine's; what it takes no file to know.
Json thisProcessor() {
    return {{"devices", Json::array({{{"device", "cpu"}, {"cores", QThread::idealThreadCount()}}})}};
}

bool isProcessor(const Json& device) {
    return textIn(device, "device") == QLatin1String("cpu");
}

QString shortName(const Json& device) {
    if (!isProcessor(device)) return textIn(device, "name");
    const std::int64_t threads = wholeIn(device, "cores");
    return threads == 1 ? DevicesModel::tr("CPU, 1 thread") : DevicesModel::tr("CPU, %1 threads").arg(threads);
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
    if (listIn(devices, "devices").empty()) return; // there is always the processor
    beginResetModel();
    m_devices = devices;
    m_isKnown = true;
    endResetModel();
}

int DevicesModel::rowOf(const QString& name) const {
    for (int row = 0; row < rowCount(); ++row)
        if (index(row).data(DeviceRole) == name) return row;
    return -1;
}

QString DevicesModel::summary() const {
    const Json& used = automatic();
    const std::int64_t bytes = wholeIn(used, "memory_bytes");
    if (isProcessor(used) || bytes <= 0) return shortName(used);
    return tr("%1, %2").arg(shortName(used), sizeText(static_cast<std::uint64_t>(bytes)));
}

int DevicesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 1 + static_cast<int>(listIn(m_devices, "devices").size());
}

// The first GPU, else the processor: what "auto" takes.
const Json& DevicesModel::automatic() const {
    for (const Json& device : listIn(m_devices, "devices"))
        if (!isProcessor(device)) return device;
    return listIn(m_devices, "devices").front();
}

const Json& DevicesModel::device(int row) const {
    return row == 0 ? automatic() : listIn(m_devices, "devices")[static_cast<std::size_t>(row - 1)];
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
        return static_cast<qlonglong>(wholeIn(shown, "memory_bytes"));
    case AvailableRole:
        return static_cast<qlonglong>(wholeIn(shown, "available_bytes"));
    case PrecisionsRole:
        return precisionsText(shown);
    default:
        return {};
    }
}

} // namespace fettle::ui
