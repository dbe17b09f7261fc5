#pragma once

#include "ui/models/run_record.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace fettle::ui {

// All runs below one folder, the latest first.
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
        ResultRole,     // folder of the adapter or model, empty where there is none
        ConfigJsonRole, // QByteArray
    };

    explicit RunsModel(QObject* parent = nullptr);

    void setFolder(const QString& folder); // and reads it
    void refresh();                        // in the background; rows keep their place where they stay
    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] bool isReading() const { return m_isReading; }

    // The record behind a row, made at the first call (its loaded() follows); owned by this model.
    [[nodiscard]] RunRecord* record(const QString& folder);
    [[nodiscard]] int rowOf(const QString& folder) const; // -1: not here
    [[nodiscard]] QString folderAt(int row) const;
    [[nodiscard]] QStringList interrupted() const; // folders of runs that could be resumed after a crash or a close

    // From RunController.
    void setLiveState(const QString& folder, RunState state);
    void setWaiting(const QStringList& folders); // from RunQueue
    void appendLines(const QString& folder, const QByteArrayList& lines);
    void appendLog(const QString& folder, const QString& line);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void refreshed();
    void failed(const fettle::Error& error);
    // Of the latest run that trained, after each reading: for estimates of what the next one takes.
    void speedSeen(double parameters, double tokensPerSecond);

private:
    struct Row {
        QString folder, name, model, method, result;
        RunState state = RunState::Idle;
        std::optional<double> loss, best;
        double seconds = 0, progress = 0, parameters = 0, tokensPerSecond = 0;
        QDateTime started;
        std::vector<double> spark;
        QByteArray config;
        quint64 stamp = 0; // of the files it was read from
    };
    static Row rowFrom(const StoredRun& run);
    static std::vector<Row> readAll(const QString& folder, const std::vector<Row>& known, const CancelFlag& flag);
    void take(std::vector<Row> rows);
    void tellSpeed();
    void updateFrom(const RunRecord& record);
    [[nodiscard]] RunState stateOf(const Row& row) const;
    [[nodiscard]] QVariant text(const Row& row, int column) const;
    [[nodiscard]] QVariant sortValue(const Row& row, int column) const;

    QString m_folder;
    std::vector<Row> m_rows;
    QHash<QString, RunRecord*> m_records;
    QHash<QString, RunState> m_live;
    QStringList m_waiting;
    Task m_reading;
    bool m_isReading = false;
};

} // namespace fettle::ui
