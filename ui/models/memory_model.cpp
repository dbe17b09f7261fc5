#include "ui/models/memory_model.h"

#include "ui/text/json_values.h"
#include "ui/text/names.h"
#include "ui/text/numbers.h"

#include <array>
#include <cmath>

namespace fettle::ui {

namespace {

std::optional<double> sum(std::optional<double> left, std::optional<double> right) {
    return left && right ? std::optional(*left + *right) : std::nullopt;
}

// A part that was not there, as the adapter of full fine-tuning, needs no row.
bool isNothing(const std::optional<double>& bytes) {
    return !bytes || *bytes == 0;
}

QString signedSize(double bytes) {
    const QString size = sizeText(static_cast<std::uint64_t>(std::abs(bytes)));
    return bytes < 0 ? QStringLiteral("\u2212") + size : size;
}

} // namespace

void MemoryModel::setLedgers(const Json& predicted, const Json& measured, double countedPeak) {
    std::vector<Row> rows;
    for (const char* part :
         {"weights", "adapter", "gradients", "optimizer", "activations", "loss", "generation", "runtime"}) {
        const Row row{ledgerPartName(QLatin1String(part)), numberIn(predicted, part), numberIn(measured, part)};
        if (!isNothing(row.predicted) || !isNothing(row.measured)) rows.push_back(row);
    }
    auto overlap = numberIn(predicted, "overlap");
    if (!isNothing(overlap)) rows.push_back({tr("Never at the same time"), -*overlap, std::nullopt});
    const auto total = numberIn(predicted, "total"), runtime = numberIn(predicted, "runtime");
    auto peak = numberIn(measured, "peak");
    if (countedPeak > peak.value_or(0)) peak = countedPeak;
    if (total || peak) {
        rows.push_back(
            {tr("Peak without the runtime"), sum(total, runtime ? std::optional(-*runtime) : runtime), peak});
        rows.push_back({tr("Peak of the process"), total, sum(peak, numberIn(measured, "runtime"))});
    }
    if (rows == m_rows) return;
    const bool isSameShape = rows.size() == m_rows.size();
    if (!isSameShape) beginResetModel();
    m_rows = std::move(rows);
    if (!isSameShape) return endResetModel();
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

std::optional<double> MemoryModel::shortfall() const {
    if (m_rows.empty() || !m_rows.back().predicted || !m_rows.back().measured) return std::nullopt;
    return (*m_rows.back().measured - *m_rows.back().predicted) / *m_rows.back().measured;
}

int MemoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MemoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MemoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Part ? Qt::AlignLeft : Qt::AlignRight));
    return role == Qt::DisplayRole ? QVariant(text(m_rows[static_cast<std::size_t>(index.row())], index.column()))
                                   : QVariant();
}

QString MemoryModel::text(const Row& row, int column) const {
    const QString unknown = QStringLiteral("\u2013");
    switch (column) {
    case Part:
        return row.name;
    case Predicted:
        return row.predicted ? signedSize(*row.predicted) : unknown;
    case Measured:
        return row.measured ? signedSize(*row.measured) : unknown;
    default:
        break;
    }
    if (!row.predicted || !row.measured) return unknown;
    const double more = *row.measured - *row.predicted;
    return more > 0 ? QLatin1Char('+') + signedSize(more) : signedSize(more);
}

QVariant MemoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Part ? Qt::AlignLeft : Qt::AlignRight));
    const std::array<QString, ColumnCount> heads = {tr("Part"), tr("Predicted"), tr("Measured"), tr("Difference")};
    return role == Qt::DisplayRole ? QVariant(heads[static_cast<std::size_t>(section)]) : QVariant();
}

} // namespace fettle::ui
