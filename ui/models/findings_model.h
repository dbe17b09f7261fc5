#pragma once

#include "core/base/cancel.h"
#include "core/config/run_config.h"
#include "core/data/dataset.h"

#include <QAbstractTableModel>

#include <vector>

namespace fettle::ui {

// Something to know about the data or the configuration, with what to do.
struct Finding {
    enum class Level { Note, Warning, Error } level = Level::Warning;
    QString text, hint;
    QString key;           // of the configuration, where one is meant
    std::int64_t line = 0; // of the data file; 0: none
    QString file;
};

class FindingsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { LevelColumn, LineColumn, TextColumn, HintColumn, ColumnCount };
    enum Role { LevelRole = Qt::UserRole, LineRole, KeyRole, HintRole, FileRole };

    explicit FindingsModel(QObject* parent = nullptr);

    void setFindings(std::vector<Finding> findings);
    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }
    [[nodiscard]] bool hasErrors() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Finding> m_findings;
};

[[nodiscard]] std::vector<Finding> findingsOf(const std::vector<RowProblem>& problems);
[[nodiscard]] std::vector<Finding> findingsOf(const std::vector<ConfigProblem>& problems);
// Duplicates, empty answers, a preference for nothing: what the rows themselves show.
[[nodiscard]] std::vector<Finding> lint(const DatasetFile& file, const CancelFlag& flag);

} // namespace fettle::ui
