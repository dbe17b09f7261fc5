#pragma once

#include "ui/pages/runs/run_facts.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace fettle::ui {

// Facts of runs under each other, one column a run.
class RunFactsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Row {
        QString name, key;  // key: of a setting, as config.json calls it
        QStringList values; // one a run

        bool operator==(const Row&) const = default;
    };

    explicit RunFactsModel(QObject* parent = nullptr);

    void setRows(const QStringList& runs, const std::vector<Row>& rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_runs;
    std::vector<Row> m_rows;
};

// Every setting of one run; or what several came to, and the settings in which they differ.
[[nodiscard]] std::vector<RunFactsModel::Row> settingRows(const RunConfig& config);
[[nodiscard]] std::vector<RunFactsModel::Row> comparedRows(const std::vector<ComparedRun>& runs);

} // namespace fettle::ui
