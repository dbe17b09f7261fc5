#include "core/data/row_view.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr RowColumn kChatColumns[] = {
    {"messages"}, {"answer", RowColumn::Kind::Derived}, {"turns", RowColumn::Kind::Count}};

const ChatRow& chat(const Row& row) {
    return std::get<ChatRow>(row);
}

bool isOf(const Json& turn, const char* role) {
    return turn.value("role", "") == role;
}

// Where the last answer begins; the number of turns where there is none.
std::size_t answerStart(const ChatRow& row) {
    if (row.completionFrom >= 0) return static_cast<std::size_t>(row.completionFrom);
    std::size_t start = row.messages.size();
    while (start > 0 && !isOf(row.messages[start - 1], "assistant"))
        --start;
    return start == 0 ? row.messages.size() : start - 1;
}

std::vector<Strand> strandsOfChat(const Row& row) {
    const Json& turns = chat(row).messages;
    const auto split = turns.begin() + static_cast<std::ptrdiff_t>(answerStart(chat(row)));
    std::vector<Strand> strands(2);
    strands[0] = {StrandKind::Prompt, Json::array()};
    strands[1] = {StrandKind::Answer, Json::array()};
    strands[0].turns.insert(strands[0].turns.end(), turns.begin(), split);
    strands[1].turns.insert(strands[1].turns.end(), split, turns.end());
    return strands;
}

std::string firstQuestion(const Json& turns) {
    const auto found = std::ranges::find_if(turns, [](const Json& turn) { return isOf(turn, "user"); });
    return found == turns.end() ? std::string() : textOf({.turns = Json::array({*found})});
}

std::string cellOfChat(const Row& row, std::size_t column) {
    const Json& turns = chat(row).messages;
    if (column == 0) return firstQuestion(turns);
    if (column == 2) return std::to_string(turns.size());
    return turns.empty() ? std::string() : textOf({.turns = Json::array({turns.back()})});
}

Json objectOfChat(const Row& row) {
    Json object = {{"messages", chat(row).messages}};
    if (!chat(row).tools.is_null()) object["tools"] = chat(row).tools;
    if (chat(row).extras.is_object()) object.update(chat(row).extras);
    return object;
}

} // namespace

extern const RowView kChatView{
    .columns = kChatColumns,
    .cell = cellOfChat,
    .strands = strandsOfChat,
    .object = objectOfChat,
};

} // namespace fettle
