#include "ui/models/conversation_model.h"

#include "ui/text/names.h"
#include "ui/text/numbers.h"

namespace fettle::ui {

namespace {

QString statsOf(const ChatTurn& turn) {
    if (turn.tokenCount == 0 || turn.isStreaming) return {};
    QStringList parts = {ConversationModel::tr("%1 tok").arg(countText(turn.tokenCount))};
    if (turn.tokensPerSecond > 0) parts << rateText(turn.tokensPerSecond);
    if (turn.strength != 1) parts << ConversationModel::tr("strength %1").arg(decimalText(turn.strength, 2));
    if (turn.stop != QLatin1String("eos") && !turn.stop.isEmpty()) parts << stopReasonText(turn.stop);
    //: below an answer: its tokens, its speed, and what is unusual ("38 tok, 210 tokens/s, cut at the limit")
    return parts.join(ConversationModel::tr(", "));
}

Json turnJson(const QString& role, const QString& text) {
    return {{"role", role.toStdString()}, {"content", text.toStdString()}};
}

QString turnText(const Json& turn, const char* key) {
    const auto found = turn.is_object() ? turn.find(key) : turn.end();
    if (found == turn.end() || !found->is_string())
        throw Error{ErrorKind::BadFile, "A turn has no \"" + std::string(key) + "\" text.",
                    "A conversation is a list of {\"role\", \"content\"}."};
    return QString::fromStdString(found->get<std::string>());
}

} // namespace

ConversationModel::ConversationModel(QObject* parent) : QAbstractListModel(parent) {}

void ConversationModel::setSystemPrompt(const QString& text) {
    m_system = text;
}

void ConversationModel::add(ChatTurn turn) {
    beginInsertRows({}, rowCount(), rowCount());
    m_turns.push_back(std::move(turn));
    endInsertRows();
}

void ConversationModel::say(const QString& text) {
    add({.role = QStringLiteral("user"), .text = text});
}

void ConversationModel::beginAnswer(double strength) {
    add({.role = QStringLiteral("assistant"), .strength = strength, .isStreaming = true});
}

void ConversationModel::resumeAnswer() {
    if (m_turns.empty() || m_turns.back().role != QLatin1String("assistant")) return;
    m_turns.back().isStreaming = true;
    m_turns.back().stop.clear();
    changed(rowCount() - 1);
}

bool ConversationModel::isStreaming() const {
    return !m_turns.empty() && m_turns.back().isStreaming;
}

void ConversationModel::appendToken(const TokenChoice& token) {
    if (!isStreaming()) return;
    m_turns.back().text += token.text;
    m_turns.back().tokens.push_back(token);
    ++m_turns.back().tokenCount;
    changed(rowCount() - 1);
}

void ConversationModel::endAnswer(const QString& stop, double tokensPerSecond) {
    if (!isStreaming()) return;
    ChatTurn& turn = m_turns.back();
    turn.isStreaming = false;
    turn.stop = stop;
    turn.tokensPerSecond = tokensPerSecond;
    changed(rowCount() - 1);
}

void ConversationModel::failAnswer(const QString& error) {
    if (!isStreaming()) return;
    m_turns.back().isStreaming = false;
    m_turns.back().error = error;
    changed(rowCount() - 1);
}

void ConversationModel::tellSpeed(int row, double tokensPerSecond) {
    if (row < 0 || row >= rowCount()) return;
    m_turns[static_cast<std::size_t>(row)].tokensPerSecond = tokensPerSecond;
    changed(row);
}

void ConversationModel::truncate(int row) {
    if (row < 0 || row >= rowCount()) return;
    beginRemoveRows({}, row, rowCount() - 1);
    m_turns.resize(static_cast<std::size_t>(row));
    endRemoveRows();
}

void ConversationModel::clear() {
    exchange({});
}

std::vector<ChatTurn> ConversationModel::exchange(std::vector<ChatTurn> turns) {
    beginResetModel();
    m_turns.swap(turns);
    endResetModel();
    return turns;
}

Json ConversationModel::messages() const {
    Json list = Json::array();
    if (!m_system.isEmpty()) list.push_back(turnJson(QStringLiteral("system"), m_system));
    for (const ChatTurn& turn : m_turns)
        if (turn.error.isEmpty() && !turn.isStreaming) list.push_back(turnJson(turn.role, turn.text));
    return list;
}

void ConversationModel::setMessages(const Json& messages) {
    if (!messages.is_array())
        throw Error{ErrorKind::BadFile, "This is no list of messages.",
                    "A conversation is a list of {\"role\", \"content\"}."};
    QString system;
    std::vector<ChatTurn> turns;
    for (const Json& message : messages) {
        ChatTurn turn{.role = turnText(message, "role"), .text = turnText(message, "content")};
        if (turn.role == QLatin1String("system"))
            system = turn.text;
        else
            turns.push_back(std::move(turn));
    }
    beginResetModel();
    m_system = system;
    m_turns = std::move(turns);
    endResetModel();
}

void ConversationModel::changed(int row) {
    Q_EMIT dataChanged(index(row), index(row));
}

int ConversationModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_turns.size());
}

QVariant ConversationModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const ChatTurn& shown = turn(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.text;
    case RoleRole:
        return shown.role;
    case StreamingRole:
        return shown.isStreaming;
    case StatsRole:
        return statsOf(shown);
    case ErrorRole:
        return shown.error;
    case StopRole:
        return shown.stop.isEmpty() ? QString() : stopReasonText(shown.stop);
    default:
        return {};
    }
}

} // namespace fettle::ui
