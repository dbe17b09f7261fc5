#include "core/data/unpair.h"

#include "core/data/conversations.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr std::size_t kRowsAtOnce = 1000;

struct JudgedPair {
    JudgedRow better, worse;
};

ChatRow conversationWith(const ChatPairRow& pair, const Json& answer) {
    ChatRow chat{.messages = pair.prompt, .tools = pair.tools, .extras = pair.extras};
    chat.completionFrom = static_cast<std::int64_t>(pair.prompt.size());
    chat.messages.insert(chat.messages.end(), answer.begin(), answer.end());
    return chat;
}

JudgedPair judged(const PairRow& pair) {
    return {{PromptCompletionRow{pair.prompt, pair.chosen}, true},
            {PromptCompletionRow{pair.prompt, pair.rejected}, false}};
}

JudgedPair judged(const ChatPairRow& pair) {
    return {{conversationWith(pair, pair.chosen), true}, {conversationWith(pair, pair.rejected), false}};
}

std::optional<JudgedPair> judgedPairOf(const Row& row, bool hasTemplate) {
    if (const auto* pair = std::get_if<PairRow>(&row)) return judged(*pair);
    if (const auto* pair = std::get_if<ChatPairRow>(&row)) return judged(*pair);
    if (const auto* pair = std::get_if<TranscriptPairRow>(&row))
        return hasTemplate ? judged(conversationOf(*pair)) : judged(plainTextOf(*pair));
    return std::nullopt;
}

} // namespace

std::vector<Example> unpaired(std::vector<Example> rows, bool hasTemplate) {
    std::vector<Example> judgedRows, worse;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (auto pair = judgedPairOf(rows[i].row, hasTemplate)) {
            judgedRows.push_back({std::move(pair->better), rows[i].origin});
            worse.push_back({std::move(pair->worse), rows[i].origin});
        } else {
            judgedRows.push_back(std::move(rows[i]));
        }
        if ((i + 1) % kRowsAtOnce == 0 || i + 1 == rows.size()) {
            std::ranges::move(worse, std::back_inserter(judgedRows));
            worse.clear();
        }
    }
    return judgedRows;
}

} // namespace fettle
