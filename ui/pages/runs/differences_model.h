#pragma once

#include "core/config/run_config.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace fettle::ui {

// Settings in which several runs differ, one column a run.
class DifferencesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Run {
        QString name;
        RunConfig config;
    };

    explicit DifferencesModel(QObject* parent = nullptr);

    void setRuns(const std::vector<Run>& runs);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_names, m_keys;
    std::vector<QStringList> m_values; // one list a key, one value a run
};

} // namespace fettle::ui
