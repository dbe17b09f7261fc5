#include "ui/models/runs_model.h"

#include "ui/text/numbers.h"

#include <array>

namespace fettle::ui {

namespace {

QVariant optionalNumber(const std::optional<double>& number) {
    return number ? QVariant(*number) : QVariant();
}

} // namespace

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isNumber = index.column() == Loss || index.column() == BestEvaluation || index.column() == Time;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return row.folder;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case FolderRole:
        return row.folder;
    case StateRole:
        return static_cast<int>(stateOf(row));
    case SparklineRole:
        return QVariant::fromValue(QVector<double>(row.spark.begin(), row.spark.end()));
    case ProgressRole:
        return row.progress;
    case SortRole:
        return sortValue(row, index.column());
    case ResultRole:
        return row.result;
    case ConfigJsonRole:
        return row.config;
    default:
        return {};
    }
}

QVariant RunsModel::text(const Row& row, int column) const {
    switch (column) {
    case Name:
        return row.name;
    case State:
        return runStateText(stateOf(row));
    case Model:
        return row.model;
    case Method:
        return row.method;
    case Loss:
        return row.loss ? metricText(*row.loss) : QString();
    case BestEvaluation:
        return row.best ? metricText(*row.best) : QString();
    case Time:
        return row.seconds > 0 ? durationText(row.seconds) : QString();
    case Started:
        return row.started.isValid() ? dateText(row.started) : QString();
    default:
        return {};
    }
}

QVariant RunsModel::sortValue(const Row& row, int column) const {
    switch (column) {
    case Loss:
        return optionalNumber(row.loss);
    case BestEvaluation:
        return optionalNumber(row.best);
    case Time:
        return row.seconds;
    case Started:
        return row.started;
    default:
        return text(row, column);
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) return {};
    const std::array<QString, ColumnCount> heads = {tr("Curve"),           tr("Name"),          tr("State"),
                                                    tr("Model"),           tr("Method"),        tr("Final loss"),
                                                    tr("Best validation"), tr("Training time"), tr("Started")};
    return heads[static_cast<std::size_t>(section)];
}

} // namespace fettle::ui
