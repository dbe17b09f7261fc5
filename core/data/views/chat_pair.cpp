#include "core/data/views/pair_strands.h"

namespace fettle {

namespace {

const ChatPairRow& chatPair(const Row& row) {
    return std::get<ChatPairRow>(row);
}

// What was asked last, and each answer.
std::string cellOfChatPair(const Row& row, std::size_t column) {
    const auto& [prompt, chosen, rejected, tools, extras, margin] = chatPair(row);
    if (column > 0) return textOf({.turns = column == 1 ? chosen : rejected});
    return prompt.empty() ? std::string() : textOf({.turns = Json::array({prompt.back()})});
}

Json objectOfChatPair(const Row& row) {
    const auto& [prompt, chosen, rejected, tools, extras, margin] = chatPair(row);
    Json object = {{"prompt", prompt}, {"chosen", chosen}, {"rejected", rejected}};
    if (!tools.is_null()) object["tools"] = tools;
    if (extras.is_object()) object.update(extras);
    if (margin != 0) object["margin"] = margin;
    return object;
}

} // namespace

extern const RowView kChatPairView{
    .columns = kPairColumns,
    .cell = cellOfChatPair,
    .strands =
        [](const Row& row) { return pairStrands(chatPair(row).prompt, chatPair(row).chosen, chatPair(row).rejected); },
    .object = objectOfChatPair,
};

} // namespace fettle
