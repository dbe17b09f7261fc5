#pragma once

#include <QAbstractTableModel>

#include <cstdint>
#include <span>

namespace fettle::ui {

// A base model of the hub that is worth a first try, with what its card there says.
struct SuggestedModel {
    const char* name; // "owner/name"
    double parameters;
    const char* licence;
    bool isGated; // its owner asks for a consent on the hub and a token here

    [[nodiscard]] std::uint64_t downloadBytes() const { return static_cast<std::uint64_t>(2 * parameters); } // bf16
    // Roughly, of a LoRA with short rows: the weights, a third on top for the pass over them, and the runtime.
    [[nodiscard]] std::uint64_t trainingBytes() const;
};

// From small to large.
[[nodiscard]] std::span<const SuggestedModel> suggestedModels();

// The same as a table; models that this memory cannot train are said to be too large.
class SuggestedModelsTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Download, Training, Licence, ColumnCount };
    enum Role { HubNameRole = Qt::UserRole, FitsRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setMemory(std::uint64_t bytes); // of the device that trains; 0: unknown

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] bool fits(const SuggestedModel& model) const;
    [[nodiscard]] QString text(const SuggestedModel& model, int column) const;

    std::uint64_t m_memory = 0;
};

} // namespace fettle::ui
