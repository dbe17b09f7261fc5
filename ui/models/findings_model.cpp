#include "ui/models/findings_model.h"

#include "ui/text/finding_text.h"

namespace fettle::ui {

FindingsModel::FindingsModel(QObject* parent) : QAbstractListModel(parent) {}

void FindingsModel::setFindings(std::vector<Finding> findings) {
    beginResetModel();
    m_findings = std::move(findings);
    endResetModel();
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Finding& finding = m_findings[static_cast<std::size_t>(index.row())];
    const FindingLevel level = textsOf(finding.kind).level;
    switch (role) {
    case Qt::DisplayRole:
        return findingText(finding);
    case HintRole:
        return findingHint(finding);
    case LevelRole:
        return static_cast<int>(level);
    case Qt::AccessibleTextRole:
        //: How much a finding weighs, what was found, what to do.
        return tr("%1: %2 %3").arg(levelText(level), findingText(finding), findingHint(finding));
    default:
        return {};
    }
}

} // namespace fettle::ui
