#include "ui/models/prompt_set_model.h"

#include <algorithm>

namespace fettle::ui {

PromptSetModel::PromptSetModel(QObject* parent)
    : QAbstractTableModel(parent), m_left(tr("Base")), m_right(tr("Tuned")) {}

void PromptSetModel::setPrompts(const QStringList& prompts) {
    beginResetModel();
    m_rows.clear();
    for (const QString& prompt : prompts)
        m_rows.push_back({.prompt = prompt});
    endResetModel();
}

void PromptSetModel::addPrompt(const QString& prompt) {
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back({.prompt = prompt});
    endInsertRows();
}

void PromptSetModel::removePrompts(const QList<int>& rows) {
    QList<int> last = rows;
    std::ranges::sort(last, std::greater<>());
    for (const int row : last) {
        if (row < 0 || row >= rowCount()) continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
}

QStringList PromptSetModel::prompts() const {
    QStringList list;
    for (const Row& row : m_rows)
        list << row.prompt;
    return list;
}

void PromptSetModel::setSides(const QString& left, const QString& right) {
    m_left = left;
    m_right = right;
    Q_EMIT headerDataChanged(Qt::Horizontal, Left, Right);
}

PromptSetModel::Answer& PromptSetModel::answerAt(int row, Column side) {
    Row& found = m_rows[static_cast<std::size_t>(row)];
    return side == Left ? found.left : found.right;
}

void PromptSetModel::clearAnswers() {
    for (Row& row : m_rows)
        row.left = row.right = {};
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, Left), index(rowCount() - 1, Right));
}

void PromptSetModel::setStatus(int row, Column side, Status status) {
    if (row < 0 || row >= rowCount()) return; // its prompt was removed meanwhile
    answerAt(row, side).status = status;
    Q_EMIT dataChanged(index(row, side), index(row, side));
}

void PromptSetModel::appendText(int row, Column side, const QString& text) {
    if (row < 0 || row >= rowCount()) return;
    answerAt(row, side).text += text;
    setStatus(row, side, Status::Streaming);
}

QString PromptSetModel::answer(int row, Column side) const {
    const Row& found = m_rows[static_cast<std::size_t>(row)];
    return (side == Left ? found.left : found.right).text;
}

int PromptSetModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PromptSetModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PromptSetModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::EditRole;
    if (index.column() == Prompt) return isText ? QVariant(row.prompt) : QVariant();
    const Answer& answer = index.column() == Left ? row.left : row.right;
    if (role == StatusRole) return static_cast<int>(answer.status);
    if (!isText) return {};
    if (answer.text.isEmpty() && answer.status == Status::Waiting) return tr("waiting");
    if (answer.text.isEmpty() && answer.status == Status::Failed) return tr("no answer");
    return answer.text;
}

bool PromptSetModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.column() != Prompt || role != Qt::EditRole) return false;
    m_rows[static_cast<std::size_t>(index.row())] = {.prompt = value.toString()}; // the answers were to another one
    Q_EMIT dataChanged(index, index.siblingAtColumn(Right));
    return true;
}

QVariant PromptSetModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole) return {};
    if (orientation == Qt::Vertical) return section + 1;
    return section == Prompt ? tr("Prompt") : section == Left ? m_left : m_right;
}

Qt::ItemFlags PromptSetModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Prompt ? flags | Qt::ItemIsEditable : flags;
}

} // namespace fettle::ui
