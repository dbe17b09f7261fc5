#include "ui/pages/export/proof_model.h"

namespace fettle::ui {

ProofModel::ProofModel(const PromptSetModel& answers, QObject* parent)
    : QAbstractTableModel(parent), m_answers(answers) {
    connect(&answers, &QAbstractItemModel::modelReset, this, [this] {
        beginResetModel();
        endResetModel();
    });
    connect(&answers, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                Q_EMIT dataChanged(index(first.row(), 0), index(last.row(), ColumnCount - 1));
            });
}

bool ProofModel::isDone(int row) const {
    for (const PromptSetModel::Column side : {PromptSetModel::Left, PromptSetModel::Right})
        if (m_answers.index(row, side).data(PromptSetModel::StatusRole).toInt() !=
            static_cast<int>(PromptSetModel::Status::Done))
            return false;
    return true;
}

bool ProofModel::isSame(int row) const {
    return isDone(row) && m_answers.answer(row, PromptSetModel::Left) == m_answers.answer(row, PromptSetModel::Right);
}

int ProofModel::sameAnswers() const {
    int same = 0;
    for (int row = 0; row < rowCount(); ++row)
        same += isSame(row) ? 1 : 0;
    return same;
}

int ProofModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_answers.rowCount();
}

int ProofModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProofModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (index.column() != Same) return m_answers.index(index.row(), index.column()).data(role);
    if (role != Qt::DisplayRole || !isDone(index.row())) return {};
    return isSame(index.row()) ? tr("\u2713 same") : tr("\u2717 differs");
}

QVariant ProofModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Prompt:
        return tr("Prompt");
    case Attached:
        return tr("Base with adapter");
    case Written:
        return tr("Written model");
    case Same:
        return tr("Answer");
    default:
        return {};
    }
}

} // namespace fettle::ui
