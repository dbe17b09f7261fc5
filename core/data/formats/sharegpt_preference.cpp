#include "core/data/formats/columns.h"
#include "core/data/row_problems.h"
#include "core/data/turns.h"

namespace fettle {

namespace {

Json readAnswer(const Columns& row, const char* name) {
    const Json* answer = row.find(name);
    if (answer == nullptr || answer->is_string() || answer->empty())
        throw badRow(row.origin(), "has no \"" + std::string(name) + "\" turn", {FindingKind::MissingPair});
    return readShareGptTurns(answer->is_object() ? Json::array({*answer}) : *answer, row.origin());
}

Row readShareGptPair(const Columns& row) {
    ChatPairRow pair{.prompt = row.withSystem(readShareGptTurns(row.neededConversation(), row.origin())),
                     .chosen = readAnswer(row, "chosen"),
                     .rejected = readAnswer(row, "rejected"),
                     .tools = row.tools(),
                     .extras = row.extras(),
                     .margin = row.numberOrZero("margin")};
    if (pair.chosen == pair.rejected)
        throw badRow(row.origin(), "has the same answer as \"chosen\" and \"rejected\"", {FindingKind::IdenticalPair});
    return pair;
}

} // namespace

// LLaMA-Factory's pairs (src/llamafactory/data/converter.py, SharegptDatasetConverter): conversations, chosen,
// rejected.
extern const RowFormat kShareGptPreferenceFormat{
    .name = "sharegpt_preference",
    .matches = [](const Columns& row) { return row.hasTurnsWith("from") && row.has("chosen") && row.has("rejected"); },
    .read = readShareGptPair};

} // namespace fettle
