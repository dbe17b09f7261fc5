#include "core/data/conversations.h"

#include "core/data/transcript.h"

namespace fettle {

namespace {

Json turnsOf(const std::vector<Speech>& speeches) {
    Json turns = Json::array();
    for (const Speech& speech : speeches) {
        const std::string_view body = speech.body.starts_with(' ') ? speech.body.substr(1) : speech.body;
        turns.push_back(turnOf(speech.isAssistant ? "assistant" : "user", std::string(body)));
    }
    return turns;
}

} // namespace

Json turnOf(const char* role, const std::string& content) {
    return {{"role", role}, {"content", content}};
}

std::string promptOf(const InstructionRow& row) {
    return row.input.empty() ? row.instruction : row.instruction + "\n\n" + row.input;
}

ChatRow conversationOf(const InstructionRow& row) {
    ChatRow chat;
    if (row.system) chat.messages.push_back(turnOf("system", *row.system));
    for (const InstructionRow::Exchange& exchange : row.history) {
        chat.messages.push_back(turnOf("user", exchange.question));
        chat.messages.push_back(turnOf("assistant", exchange.answer));
    }
    chat.messages.push_back(turnOf("user", promptOf(row)));
    chat.messages.push_back(turnOf("assistant", row.output));
    return chat;
}

ChatPairRow conversationOf(const TranscriptPairRow& row) {
    const TranscriptPair split = splitPair(row.chosen, row.rejected);
    return {.prompt = turnsOf(split.prompt), .chosen = turnsOf(split.chosen), .rejected = turnsOf(split.rejected)};
}

PairRow plainTextOf(const TranscriptPairRow& row) {
    const TranscriptPair split = splitPair(row.chosen, row.rejected);
    std::size_t shared =
        split.chosen.front().head == split.rejected.front().head ? split.chosen.front().head.size() : 0;
    for (const Speech& speech : split.prompt)
        shared += speech.head.size() + speech.body.size();
    return {.prompt = row.chosen.substr(0, shared),
            .chosen = row.chosen.substr(shared),
            .rejected = row.rejected.substr(shared)};
}

} // namespace fettle
