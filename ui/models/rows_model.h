#pragma once

#include "core/data/dataset.h"
#include "core/data/row_view.h"

#include <QAbstractTableModel>

#include <memory>

namespace fettle::ui {

// Rows of a data file as a table, made into text only where they are looked at, so that a million are no slower than
// ten.
class RowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        RawRole = Qt::UserRole, // QString: the row as JSON, indented
        ColumnRole,             // headerData: the format's own name of a column that is read from the file ("prompt")
    };

    explicit RowsModel(QObject* parent = nullptr);

    void setRows(std::shared_ptr<const DatasetFile> file); // null: empty
    [[nodiscard]] const std::shared_ptr<const DatasetFile>& file() const { return m_file; }
    [[nodiscard]] const Example* example(int row) const;  // null outside
    [[nodiscard]] int rowOfLine(std::int64_t line) const; // -1: that line is no row here
    [[nodiscard]] bool holdsPairs() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::shared_ptr<const DatasetFile> m_file;
    std::span<const RowColumn> m_columns; // of the first row; all rows of a format have the same
};

} // namespace fettle::ui
