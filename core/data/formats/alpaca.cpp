#include "core/data/formats/columns.h"
#include "core/data/row_problems.h"

namespace fettle {

namespace {

std::vector<InstructionRow::Exchange> readHistory(const Columns& row) {
    std::vector<InstructionRow::Exchange> history;
    const Json* list = row.find("history");
    if (list == nullptr) return history;
    for (const Json& pair : *list) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string())
            throw badRow(row.origin(), "has a \"history\" that is no list of [question, answer]",
                         {FindingKind::BadHistory});
        history.push_back({pair[0].get<std::string>(), pair[1].get<std::string>()});
    }
    return history;
}

Row readAlpaca(const Columns& row) {
    InstructionRow read{.instruction = row.text("instruction"),
                        .input = row.textOrEmpty("input"),
                        .output = row.text("output"),
                        .history = readHistory(row)};
    if (const std::string system = row.textOrEmpty("system"); !system.empty()) read.system = system;
    return read;
}

} // namespace

// Stanford's Alpaca, with LLaMA-Factory's columns "system" and "history".
extern const RowFormat kAlpacaFormat{
    .name = "alpaca",
    .matches = [](const Columns& row) { return row.has("instruction") && row.has("output"); },
    .read = readAlpaca};

} // namespace fettle
