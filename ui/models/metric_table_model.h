#pragma once

#include "core/config/run_config.h"
#include "ui/models/metric_model.h"

#include <QAbstractTableModel>

namespace fettle::ui {

// The same numbers as the charts, one row a step, the latest last; evaluations stand in the row of their step.
class MetricTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { ValueRole = Qt::UserRole, KeyRole }; // the number itself; headerData: the metric's key

    explicit MetricTableModel(QObject* parent = nullptr);

    void setMetrics(const MetricModel* metrics);         // null: empty
    void setObjective(const ObjectiveConfig& objective); // whose units the heads name

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void forget();
    void rebuild();
    void grow();
    [[nodiscard]] double value(int row, int column) const;
    [[nodiscard]] QString keyOf(int column) const;
    int placeEvaluations();

    const MetricModel* m_metrics = nullptr;
    ObjectiveConfig m_objective;
    QStringList m_stepKeys, m_evaluationKeys; // the columns after Step
    std::vector<int> m_evaluationRow;         // of each step row; -1: none
    int m_rows = 0;
    int m_evaluations = 0; // those that were placed
};

} // namespace fettle::ui
