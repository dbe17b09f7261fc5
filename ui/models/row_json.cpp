#include "ui/models/row_json.h"

namespace fettle::ui {

namespace {

Json turn(const char* role, const std::string& content) {
    return {{"role", role}, {"content", content}};
}

Json turnsOf(const TextRow& row) {
    return Json::array({turn("text", row.text)});
}

Json turnsOf(const PromptCompletionRow& row) {
    return Json::array({turn("user", row.prompt), turn("assistant", row.completion)});
}

Json turnsOf(const InstructionRow& row) {
    Json turns = Json::array();
    if (row.system) turns.push_back(turn("system", *row.system));
    turns.push_back(turn("user", row.input.empty() ? row.instruction : row.instruction + "\n\n" + row.input));
    turns.push_back(turn("assistant", row.output));
    return turns;
}

Json turnsOf(const ChatRow& row) {
    return row.messages;
}

Json turnsOf(const PairRow& row) {
    return Json::array({turn("user", row.prompt), turn("assistant", row.chosen)});
}

Json turnsOf(const ChatPairRow& row) {
    Json turns = row.prompt;
    turns.insert(turns.end(), row.chosen.begin(), row.chosen.end());
    return turns;
}

Json turnsOf(const TranscriptPairRow& row) {
    return Json::array({turn("assistant", row.chosen)});
}

Json objectOf(const TextRow& row) {
    return {{"text", row.text}};
}

Json objectOf(const PromptCompletionRow& row) {
    return {{"prompt", row.prompt}, {"completion", row.completion}};
}

Json objectOf(const InstructionRow& row) {
    Json object = {{"instruction", row.instruction}, {"input", row.input}, {"output", row.output}};
    if (row.system) object["system"] = *row.system;
    return object;
}

Json objectOf(const ChatRow& row) {
    Json object = {{"messages", row.messages}};
    if (!row.tools.is_null()) object["tools"] = row.tools;
    if (row.extras.is_object()) object.update(row.extras);
    return object;
}

Json objectOf(const PairRow& row) {
    return {{"prompt", row.prompt}, {"chosen", row.chosen}, {"rejected", row.rejected}};
}

Json objectOf(const ChatPairRow& row) {
    return {{"prompt", row.prompt}, {"chosen", row.chosen}, {"rejected", row.rejected}};
}

Json objectOf(const TranscriptPairRow& row) {
    return {{"chosen", row.chosen}, {"rejected", row.rejected}};
}

} // namespace

Json messagesOf(const Row& row) {
    return std::visit([](const auto& own) { return turnsOf(own); }, row);
}

Json jsonOf(const Row& row) {
    return std::visit([](const auto& own) { return objectOf(own); }, row);
}

} // namespace fettle::ui
