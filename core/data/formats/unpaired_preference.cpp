#include "core/data/formats/columns.h"
#include "core/data/row_problems.h"

#include <algorithm>

namespace fettle {

// The answer itself is read as a prompt with a completion.
extern const RowFormat kPromptCompletionFormat;

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

Row readJudged(const Columns& row) {
    const auto verdict = verdictOf(row);
    if (!verdict) throw badRow(row.origin(), "has no \"label\" that is true or false", {FindingKind::MissingLabel});
    Row answer = std::get<Row (*)(const Columns&)>(kPromptCompletionFormat.read)(row);
    if (auto* text = std::get_if<PromptCompletionRow>(&answer)) return JudgedRow{std::move(*text), *verdict};
    return JudgedRow{std::get<ChatRow>(std::move(answer)), *verdict};
}

} // namespace

// TRL's unpaired preference type: prompt and completion, and whether that is a good one.
extern const RowFormat kUnpairedPreferenceFormat{
    .name = "unpaired_preference",
    .matches = [](const Columns& row) { return kPromptCompletionFormat.matches(row) && verdictOf(row).has_value(); },
    .read = readJudged};

} // namespace fettle
