#include "core/data/formats/columns.h"
#include "core/data/row_problems.h"
#include "core/data/turns.h"

#include <algorithm>

namespace fettle {

namespace {

// Turns, or one turn alone.
Json answerTurns(const Columns& row, const char* name) {
    const Json& value = *row.find(name);
    return readTurns(value.is_object() ? Json::array({value}) : value, row.origin());
}

// The longest common start becomes the prompt; at least one turn of each stays an answer.
void takeSharedTurns(ChatPairRow& pair) {
    const auto most = static_cast<std::ptrdiff_t>(std::min(pair.chosen.size(), pair.rejected.size())) - 1;
    std::ptrdiff_t shared = 0;
    while (shared < most &&
           pair.chosen[static_cast<std::size_t>(shared)] == pair.rejected[static_cast<std::size_t>(shared)])
        ++shared;
    pair.prompt.insert(pair.prompt.end(), pair.chosen.begin(), pair.chosen.begin() + shared);
    pair.chosen.erase(pair.chosen.begin(), pair.chosen.begin() + shared);
    pair.rejected.erase(pair.rejected.begin(), pair.rejected.begin() + shared);
}

ChatPairRow readTurnsOfPair(const Columns& row) {
    ChatPairRow pair{.tools = row.tools(), .extras = row.extras(), .margin = row.numberOrZero("margin")};
    if (const Json* prompt = row.find("prompt")) {
        pair.prompt = prompt->is_string() ? Json::array({{{"role", "user"}, {"content", *prompt}}})
                                          : readTurns(*prompt, row.origin());
    }
    pair.chosen = answerTurns(row, "chosen");
    pair.rejected = answerTurns(row, "rejected");
    if (pair.prompt.empty()) takeSharedTurns(pair);
    pair.prompt = row.withSystem(std::move(pair.prompt));
    return pair;
}

// TRL's extract_prompt (trl/data_utils.py): the common start of both texts, which leaves a space to the answers.
PairRow splitTexts(const std::string& chosen, const std::string& rejected, double margin) {
    auto shared = static_cast<std::size_t>(
        std::mismatch(chosen.begin(), chosen.end(), rejected.begin(), rejected.end()).first - chosen.begin());
    while (shared > 0 && shared < chosen.size() && (static_cast<unsigned char>(chosen[shared]) & 0xC0U) == 0x80U)
        --shared; // not inside a character of several bytes
    if (shared > 0 && chosen[shared - 1] == ' ') --shared;
    return {.prompt = chosen.substr(0, shared),
            .chosen = chosen.substr(shared),
            .rejected = rejected.substr(shared),
            .margin = margin};
}

Row readPreference(const Columns& row) {
    const Json* chosen = row.find("chosen");
    const Json* rejected = row.find("rejected");
    if (chosen == nullptr || rejected == nullptr)
        throw badRow(row.origin(), "has no \"chosen\" and \"rejected\"", {FindingKind::MissingPair});
    if (*chosen == *rejected)
        throw badRow(row.origin(), "has the same answer as \"chosen\" and \"rejected\"", {FindingKind::IdenticalPair});
    if (!chosen->is_string()) {
        if (chosen->empty() || rejected->empty())
            throw badRow(row.origin(), "has an answer without a turn", {FindingKind::MissingPair});
        return readTurnsOfPair(row);
    }
    const double margin = row.numberOrZero("margin");
    if (row.has("prompt")) return PairRow{row.text("prompt"), row.text("chosen"), row.text("rejected"), margin};
    return splitTexts(row.text("chosen"), row.text("rejected"), margin);
}

} // namespace

// TRL's preference type: prompt, chosen and rejected as texts or as turns; without a prompt, it is what both begin
// with. Reward models may read a margin.
extern const RowFormat kPreferenceFormat{
    .name = "preference",
    .matches = [](const Columns& row) { return row.has("chosen") && row.has("rejected"); },
    .read = readPreference};

} // namespace fettle
