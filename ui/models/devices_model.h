#pragma once

#include "core/base/json.h"

#include <QAbstractListModel>

namespace fettle::ui {

// What `fettle devices --json` lists; before that, this computer's processor. Row 0 is "auto".
class DevicesModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DeviceRole = Qt::UserRole, MemoryRole, AvailableRole, PrecisionsRole }; // "cuda:0", bytes, text

    explicit DevicesModel(QObject* parent = nullptr);

    void setDevices(const Json& devices);
    [[nodiscard]] Json devices() const { return m_isKnown ? m_devices : Json(); } // null until the engine told
    [[nodiscard]] int rowOf(const QString& name) const;                           // "cuda:0"; -1: not here
    [[nodiscard]] QString summary() const; // for the status line: "CPU, 2 threads" or "NVIDIA L4, 24 GB"

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] const Json& device(int row) const;
    [[nodiscard]] const Json& automatic() const;

    Json m_devices;
    bool m_isKnown = false;
};

} // namespace fettle::ui
