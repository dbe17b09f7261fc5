#include "ui/models/metric_table_model.h"

#include "ui/text/metrics.h"
#include "ui/text/numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fettle::ui {

MetricTableModel::MetricTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void MetricTableModel::setMetrics(const MetricModel* metrics) {
    if (m_metrics != nullptr) m_metrics->disconnect(this);
    m_metrics = metrics;
    if (m_metrics != nullptr) {
        connect(m_metrics, &MetricModel::appended, this, &MetricTableModel::grow);
        connect(m_metrics, &MetricModel::wasReset, this, &MetricTableModel::rebuild);
        connect(m_metrics, &QObject::destroyed, this, &MetricTableModel::forget);
    }
    rebuild();
}

void MetricTableModel::setObjective(const ObjectiveConfig& objective) {
    m_objective = objective;
    if (columnCount() > 0) Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void MetricTableModel::forget() {
    m_metrics = nullptr;
    rebuild();
}

void MetricTableModel::rebuild() {
    beginResetModel();
    m_stepKeys = m_metrics != nullptr ? m_metrics->stepKeys() : QStringList();
    m_evaluationKeys = m_metrics != nullptr ? m_metrics->evaluationKeys() : QStringList();
    m_rows = m_metrics != nullptr ? static_cast<int>(m_metrics->history().steps.size()) : 0;
    m_evaluations = 0;
    m_evaluationRow.assign(static_cast<std::size_t>(m_rows), -1);
    placeEvaluations();
    endResetModel();
}

void MetricTableModel::grow() {
    const bool hasOtherColumns = m_metrics->stepKeys() != m_stepKeys || m_metrics->evaluationKeys() != m_evaluationKeys;
    const int rows = static_cast<int>(m_metrics->history().steps.size());
    if (hasOtherColumns || rows < m_rows) return rebuild();
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        m_evaluationRow.resize(static_cast<std::size_t>(rows), -1);
        endInsertRows();
    }
    const int first = placeEvaluations();
    if (first >= 0) Q_EMIT dataChanged(index(first, 0), index(m_rows - 1, columnCount() - 1));
}

// Puts evaluations that came since into the rows of their steps; returns the first of these rows, or -1.
int MetricTableModel::placeEvaluations() {
    if (m_metrics == nullptr) return -1;
    const auto& steps = m_metrics->history().steps.x(XAxis::Step);
    const auto& evaluations = m_metrics->history().evaluations.x(XAxis::Step);
    int first = -1;
    for (; m_evaluations < static_cast<int>(evaluations.size()); ++m_evaluations) {
        const auto found = std::ranges::lower_bound(steps, evaluations[static_cast<std::size_t>(m_evaluations)]);
        if (found == steps.end()) continue;
        const auto row = static_cast<int>(found - steps.begin());
        m_evaluationRow[static_cast<std::size_t>(row)] = m_evaluations;
        if (first < 0) first = row;
    }
    return first;
}

int MetricTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int MetricTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || m_metrics == nullptr ? 0
                                                    : static_cast<int>(1 + m_stepKeys.size() + m_evaluationKeys.size());
}

QString MetricTableModel::keyOf(int column) const {
    if (column == 0) return QStringLiteral("step");
    const int evaluation = column - 1 - static_cast<int>(m_stepKeys.size());
    return evaluation < 0 ? m_stepKeys[column - 1] : m_evaluationKeys[evaluation];
}

double MetricTableModel::value(int row, int column) const {
    const auto index = static_cast<std::size_t>(row);
    const MetricHistory& history = m_metrics->history();
    if (column == 0) return history.steps.x(XAxis::Step)[index];
    if (column <= m_stepKeys.size()) return history.steps.values(keyOf(column))[index];
    const int evaluation = m_evaluationRow[index];
    return evaluation < 0 ? std::numeric_limits<double>::quiet_NaN()
                          : history.evaluations.values(keyOf(column))[static_cast<std::size_t>(evaluation)];
}

QVariant MetricTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != ValueRole) return {};
    const double number = value(index.row(), index.column());
    if (role == ValueRole) return number;
    if (index.column() == 0) return countText(static_cast<std::int64_t>(number));
    return std::isnan(number) ? QString() : figureText(metricNamed(keyOf(index.column()).toStdString()), number);
}

QVariant MetricTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const QString key = keyOf(section);
    if (role == KeyRole) return key;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(metricTitle(metricNamed(key.toStdString(), m_objective))) : QVariant();
}

} // namespace fettle::ui
