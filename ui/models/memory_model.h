#pragma once

#include "core/base/json.h"

#include <QAbstractTableModel>

#include <optional>

namespace fettle::ui {

// The memory of a run, part by part: what the plan said beside what was measured.
class MemoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Part, Predicted, Measured, Difference, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    // The plan's ledger, the engine's, and the highest count of the steps so far; null or 0: not there yet.
    void setLedgers(const Json& predicted, const Json& measured, double countedPeak);
    // How much more the run took than was predicted, as a share of what it took; below 0: less.
    [[nodiscard]] std::optional<double> shortfall() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString name;
        std::optional<double> predicted, measured; // bytes
        bool operator==(const Row&) const = default;
    };
    [[nodiscard]] QString text(const Row& row, int column) const;

    std::vector<Row> m_rows; // the last one is the total
};

} // namespace fettle::ui
