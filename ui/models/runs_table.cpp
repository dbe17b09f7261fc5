#include "ui/models/runs_model.h"

#include "ui/text/names.h"
#include "ui/text/numbers.h"

#include <array>

namespace fettle::ui {

namespace {

QVariant optionalNumber(const std::optional<double>& number) {
    return number ? QVariant(*number) : QVariant();
}

QString methodText(const RunSummary& run) {
    if (run.objective.isEmpty()) return {}; // its settings could not be read
    return RunsModel::tr("%1, %2").arg(objectiveName(run.objective), adapterName(run.adapter));
}

// Of cells and of their head.
QVariant alignment(int column) {
    const bool isNumber = column == RunsModel::Loss || column == RunsModel::BestEvaluation || column == RunsModel::Time;
    return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
}

} // namespace

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const RunSummary& run = m_runs[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case Qt::ToolTipRole:
        return run.folder;
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case FolderRole:
        return run.folder;
    case StateRole:
        return static_cast<int>(stateOf(run));
    case SparklineRole:
        return QVariant::fromValue(QVector<double>(run.spark.begin(), run.spark.end()));
    case ProgressRole:
        return run.progress;
    case SortRole:
        return sortValue(run, index.column());
    case ResultRole:
        return run.result;
    case ResultStepRole:
        return qint64(run.resultStep);
    case ConfigJsonRole:
        return run.config;
    default:
        return {};
    }
}

QVariant RunsModel::text(const RunSummary& run, int column) const {
    switch (column) {
    case Name:
        return run.name;
    case State:
        return runStateText(stateOf(run));
    case Model:
        return run.model;
    case Method:
        return methodText(run);
    case Loss:
        return run.loss ? metricText(*run.loss) : QString();
    case BestEvaluation:
        return run.best ? metricText(*run.best) : QString();
    case Time:
        return run.seconds > 0 ? durationText(run.seconds) : QString();
    case Started:
        return run.started.isValid() ? dateText(run.started) : QString();
    default:
        return {};
    }
}

QVariant RunsModel::sortValue(const RunSummary& run, int column) const {
    switch (column) {
    case Loss:
        return optionalNumber(run.loss);
    case BestEvaluation:
        return optionalNumber(run.best);
    case Time:
        return run.seconds;
    case Started:
        return run.started;
    default:
        return text(run, column);
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole) return alignment(section);
    if (role != Qt::DisplayRole) return {};
    const std::array<QString, ColumnCount> heads = {tr("Curve"),           tr("Name"),   tr("State"),
                                                    tr("Model"),           tr("Method"), tr("Loss"),
                                                    tr("Best validation"), tr("Time"),   tr("Started")};
    return heads[static_cast<std::size_t>(section)];
}

} // namespace fettle::ui
