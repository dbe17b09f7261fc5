#include "ui/models/findings_model.h"

#include <algorithm>
#include <array>

namespace fettle::ui {

namespace {

QString levelText(Finding::Level level) {
    switch (level) {
    case Finding::Level::Note:
        return FindingsModel::tr("Note");
    case Finding::Level::Warning:
        return FindingsModel::tr("Warning");
    case Finding::Level::Error:
        return FindingsModel::tr("Error");
    }
    return {};
}

} // namespace

FindingsModel::FindingsModel(QObject* parent) : QAbstractTableModel(parent) {}

void FindingsModel::setFindings(std::vector<Finding> findings) {
    beginResetModel();
    m_findings = std::move(findings);
    endResetModel();
}

bool FindingsModel::hasErrors() const {
    return std::ranges::find(m_findings, Finding::Level::Error, &Finding::level) != m_findings.end();
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int FindingsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Finding& finding = m_findings[static_cast<std::size_t>(index.row())];
    switch (role) {
    case LevelRole:
        return static_cast<int>(finding.level);
    case LineRole:
        return static_cast<qlonglong>(finding.line);
    case KeyRole:
        return finding.key;
    case HintRole:
        return finding.hint;
    case FileRole:
        return finding.file;
    case Qt::ToolTipRole:
        return QString(finding.text + QLatin1Char('\n') + finding.hint).trimmed();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case LevelColumn:
        return levelText(finding.level);
    case LineColumn:
        return finding.line > 0 ? QVariant(static_cast<qlonglong>(finding.line)) : QVariant();
    case TextColumn:
        return finding.text;
    default:
        return finding.hint;
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) return {};
    const std::array<QString, ColumnCount> heads = {tr("Kind"), tr("Line"), tr("What was found"), tr("What to do")};
    return heads[static_cast<std::size_t>(section)];
}

} // namespace fettle::ui
