#include "core/data/formats/columns.h"
#include "core/data/row_problems.h"

#include <algorithm>

namespace fettle {

// The answer itself is read as a prompt with a completion, or as the end of a conversation.
extern const RowFormat kPromptCompletionFormat, kMessagesFormat, kShareGptFormat;

namespace {

bool isOneOf(const Json& label, std::initializer_list<const char*> words) {
    return std::find(words.begin(), words.end(), label) != words.end();
}

// true and false, or 1 and 0; also as the texts that a table of texts has for them.
std::optional<bool> verdictOf(const Columns& row) {
    const Json* label = row.find("label");
    if (label == nullptr) return std::nullopt;
    if (label->is_boolean()) return label->get<bool>();
    if (*label == 0 || *label == 1) return *label == 1;
    if (isOneOf(*label, {"true", "True", "TRUE", "1"})) return true;
    if (isOneOf(*label, {"false", "False", "FALSE", "0"})) return false;
    return std::nullopt;
}

bool isConversation(const Columns& row) {
    return kMessagesFormat.matches(row) || kShareGptFormat.matches(row);
}

Row readAnswer(const Columns& row, const RowFormat& format) {
    return std::get<Row (*)(const Columns&)>(format.read)(row);
}

// The last turn is judged.
ChatRow readConversation(const Columns& row) {
    auto chat = std::get<ChatRow>(readAnswer(row, kMessagesFormat.matches(row) ? kMessagesFormat : kShareGptFormat));
    if (chat.messages.size() < 2 || chat.messages.back()["role"] != "assistant")
        throw badRow(row.origin(), "does not end with an answer to judge", {FindingKind::MissingConversation});
    chat.completionFrom = std::ssize(chat.messages) - 1;
    return chat;
}

Row readJudged(const Columns& row) {
    const auto verdict = verdictOf(row);
    if (!verdict) throw badRow(row.origin(), "has no \"label\" that is true or false", {FindingKind::MissingLabel});
    if (!row.has("prompt") && isConversation(row)) return JudgedRow{readConversation(row), *verdict};
    Row answer = readAnswer(row, kPromptCompletionFormat);
    if (auto* text = std::get_if<PromptCompletionRow>(&answer)) return JudgedRow{std::move(*text), *verdict};
    return JudgedRow{std::get<ChatRow>(std::move(answer)), *verdict};
}

// A number beside a conversation may be a class of anything.
bool isJudged(const Columns& row) {
    if (kPromptCompletionFormat.matches(row)) return verdictOf(row).has_value();
    const Json* label = row.find("label");
    return isConversation(row) && label != nullptr && !label->is_number() && verdictOf(row).has_value();
}

} // namespace

// TRL's unpaired preference type: prompt and completion, and whether that is a good one; or a conversation and whether
// its last answer is (LLaMA-Factory, data/dataset_info.json, "kto_en_demo").
extern const RowFormat kUnpairedPreferenceFormat{
    .name = "unpaired_preference", .matches = isJudged, .read = readJudged};

} // namespace fettle
