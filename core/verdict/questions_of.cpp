#include "core/verdict/asking.h"

#include <optional>

namespace fettle {

namespace {

using Asked = std::optional<AskedQuestion>;

Json user(const std::string& content) {
    return Json::array({{{"role", "user"}, {"content", content}}});
}

bool says(const Json& turn, std::string_view role) {
    return turn.is_object() && turn.value("role", Json()) == role && turn.value("content", Json()).is_string();
}

// Turns up to the last answer, and that answer.
Asked beforeLastAnswer(const Json& messages) {
    for (std::size_t i = messages.size(); i-- > 1;) {
        if (!says(messages[i], "assistant") || !says(messages[i - 1], "user")) continue;
        return AskedQuestion{.messages = Json(messages.begin(), messages.begin() + static_cast<std::ptrdiff_t>(i)),
                             .expected = messages[i]["content"].get<std::string>()};
    }
    return std::nullopt;
}

Asked questionOf(const TextRow&) {
    return std::nullopt;
}
Asked questionOf(const PromptCompletionRow& row) {
    return AskedQuestion{user(row.prompt), row.completion};
}
Asked questionOf(const InstructionRow& row) {
    return AskedQuestion{user(row.input.empty() ? row.instruction : row.instruction + "\n" + row.input), row.output};
}
Asked questionOf(const ChatRow& row) {
    return beforeLastAnswer(row.messages);
}
Asked questionOf(const PairRow& row) {
    return AskedQuestion{user(row.prompt), row.chosen};
}
Asked questionOf(const ChatPairRow& row) {
    Json messages = row.prompt;
    messages.insert(messages.end(), row.chosen.begin(), row.chosen.end());
    return beforeLastAnswer(messages);
}
Asked questionOf(const TranscriptPairRow&) {
    return std::nullopt; // a whole transcript, of which no turn is apart
}
// A bad answer is not what is expected.
Asked questionOf(const JudgedRow& row) {
    if (!row.isDesirable) return std::nullopt;
    return std::visit([](const auto& answer) { return questionOf(answer); }, row.answer);
}

} // namespace

std::vector<AskedQuestion> questionsOf(const std::vector<Example>& examples) {
    std::vector<AskedQuestion> questions;
    for (const Example& example : examples)
        if (Asked asked = std::visit([](const auto& row) { return questionOf(row); }, example.row))
            questions.push_back(std::move(*asked));
    return questions;
}

} // namespace fettle
