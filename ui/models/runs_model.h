#pragma once

#include "ui/models/run_summary.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace fettle::ui {

// All runs, the latest first. A row keeps its place while its run is there, whatever becomes of the run.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Spark, Name, State, Model, Method, Loss, BestEvaluation, Time, Started, ColumnCount };
    enum Role {
        FolderRole = Qt::UserRole,
        StateRole,      // RunState as int
        SparklineRole,  // QVector<double>
        ProgressRole,   // double, 0 to 1
        SortRole,       // the number or text behind the cell
        ResultRole,     // StoredRun::result
        ConfigJsonRole, // QByteArray
        ResultStepRole, // StoredRun::resultStep, qint64
    };

    explicit RunsModel(QObject* parent = nullptr);

    void setRuns(const std::vector<RunSummary>& runs); // the latest first; refreshed() follows
    void set(const RunSummary& run);                   // its row changes, or a new one comes
    void remove(const QString& folder);
    void setLiveState(const QString& folder, std::optional<RunState> state); // shown instead of the summary's own

    [[nodiscard]] const std::vector<RunSummary>& runs() const { return m_runs; }
    [[nodiscard]] const RunSummary* find(const QString& folder) const; // null: not here
    [[nodiscard]] int rowOf(const QString& folder) const;              // -1: not here
    [[nodiscard]] QString folderAt(int row) const;
    [[nodiscard]] RunState stateOf(const RunSummary& run) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void refreshed();

private:
    void insert(const RunSummary& run);
    void removeRow(int row);
    [[nodiscard]] QVariant text(const RunSummary& run, int column) const;
    [[nodiscard]] QVariant sortValue(const RunSummary& run, int column) const;

    std::vector<RunSummary> m_runs;
    QHash<QString, RunState> m_live;
};

} // namespace fettle::ui
