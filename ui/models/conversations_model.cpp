#include "ui/models/conversations_model.h"

#include "core/base/files.h"
#include "ui/text/numbers.h"

#include <algorithm>

namespace fettle::ui {

namespace fs = std::filesystem;

namespace {

fs::path fileOf(const QString& id) {
    return dataHome() / "conversations" / (id.toStdString() + ".json");
}

Conversation readConversation(const QString& id) {
    Conversation conversation = conversationFrom(readJson(fileOf(id)));
    conversation.id = id;
    return conversation;
}

} // namespace

ConversationsModel::ConversationsModel(QObject* parent) : QAbstractListModel(parent) {}

ConversationsModel::Row ConversationsModel::rowFrom(const Conversation& conversation) {
    const QString right = conversation.right.result.name;
    return {.id = conversation.id,
            .title = conversation.title(),
            //: Two models that were compared.
            .models = conversation.isCompared ? tr("%1 and %2").arg(conversation.left.result.name, right) : right,
            .changed = conversation.changed};
}

std::vector<ConversationsModel::Row> ConversationsModel::readRows(const CancelFlag& flag) {
    std::vector<Row> rows;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator(dataHome() / "conversations", absent)) {
        flag.throwIfRequested();
        if (entry.path().extension() != ".json") continue;
        try {
            rows.push_back(rowFrom(readConversation(QString::fromStdString(entry.path().stem().string()))));
        } catch (const Error&) { // somebody else's file
        }
    }
    return rows;
}

void ConversationsModel::refresh() {
    runInBackground(
        this, [](const CancelFlag& flag) { return readRows(flag); },
        [this](std::vector<Row> rows) { takeRows(std::move(rows)); },
        [this](const Error& error) { Q_EMIT failed(error); });
}

// What was said meanwhile is not on the disk yet.
void ConversationsModel::takeRows(std::vector<Row> rows) {
    beginResetModel();
    for (const Row& row : m_rows)
        if (std::ranges::find(rows, row.id, &Row::id) == rows.end()) rows.push_back(row);
    std::ranges::sort(rows, std::greater<>(), &Row::changed);
    m_rows = std::move(rows);
    endResetModel();
}

void ConversationsModel::putFirst(const Row& row) {
    const int old = rowOf(row.id);
    if (old < 0) {
        beginInsertRows({}, 0, 0);
        m_rows.insert(m_rows.begin(), row);
        return endInsertRows();
    }
    if (old > 0) {
        beginMoveRows({}, old, old, {}, 0);
        std::rotate(m_rows.begin(), m_rows.begin() + old, m_rows.begin() + old + 1);
        endMoveRows();
    }
    m_rows.front() = row;
    Q_EMIT dataChanged(index(0), index(0));
}

void ConversationsModel::keep(const Conversation& conversation) {
    putFirst(rowFrom(conversation));
    std::erase_if(m_steps, [&](const Step& older) {
        return older.kind == Step::Kind::Write && older.conversation.id == conversation.id;
    });
    add({Step::Kind::Write, conversation});
}

void ConversationsModel::open(int row) {
    add({Step::Kind::Read, {.id = m_rows[static_cast<std::size_t>(row)].id}});
}

void ConversationsModel::remove(int row) {
    add({Step::Kind::Remove, {.id = m_rows[static_cast<std::size_t>(row)].id}});
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

Conversation ConversationsModel::perform(const Step& step) {
    const QString id = step.conversation.id;
    if (step.kind == Step::Kind::Write) {
        makePrivateFolder(dataHome() / "conversations");
        writeJson(fileOf(id), toJson(step.conversation));
        return {};
    }
    Conversation conversation = readConversation(id);
    if (step.kind == Step::Kind::Remove) fs::remove(fileOf(id));
    return conversation;
}

void ConversationsModel::add(Step step) {
    m_steps.push_back(std::move(step));
    takeNextStep();
}

void ConversationsModel::takeNextStep() {
    if (m_isBusy || m_steps.empty()) return;
    m_isBusy = true;
    const Step step = m_steps.front();
    m_steps.pop_front();
    runInBackground(
        this, [step] { return perform(step); },
        [this, step](const Conversation& conversation) { endStep(step, conversation); },
        [this](const Error& error) {
            m_isBusy = false;
            Q_EMIT failed(error);
            takeNextStep();
        });
}

void ConversationsModel::endStep(const Step& step, const Conversation& conversation) {
    m_isBusy = false;
    if (step.kind == Step::Kind::Read) Q_EMIT opened(conversation);
    if (step.kind == Step::Kind::Remove) {
        m_removed = conversation;
        Q_EMIT removed();
    }
    takeNextStep();
}

void ConversationsModel::restore() {
    if (!m_removed) return;
    const Conversation conversation = *std::exchange(m_removed, std::nullopt);
    keep(conversation);
}

int ConversationsModel::rowOf(const QString& id) const {
    const auto found = std::ranges::find(m_rows, id, &Row::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ConversationsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ConversationsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1\n%2").arg(row.title, tr("%1, %2").arg(dateText(row.changed), row.models));
    case Qt::ToolTipRole:
        return row.title;
    case IdRole:
        return row.id;
    default:
        return {};
    }
}

} // namespace fettle::ui
