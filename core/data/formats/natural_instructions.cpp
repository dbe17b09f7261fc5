#include "core/data/formats/columns.h"
#include "core/data/row_problems.h"

namespace fettle {

namespace {

// A text, or the first of a list of them: any of several outputs is a right one.
std::string firstText(const Columns& row, const char* name) {
    const Json* value = row.find(name);
    if (value != nullptr && value->is_array() && !value->empty()) value = &value->front();
    if (value == nullptr || !value->is_string())
        throw badRow(row.origin(), "has no text \"" + std::string(name) + "\"", {FindingKind::MissingText, name});
    return value->get<std::string>();
}

} // namespace

// An instance of a task of allenai/natural-instructions (README.md, "Task schema"), behind the definition of its task
// (instancesOf).
extern const RowFormat kNaturalInstructionsFormat{
    .name = "natural_instructions",
    .matches = [](const Columns& row) { return row.has("Definition") && row.has("input") && row.has("output"); },
    .read = [](const Columns& row) -> Row {
        return InstructionRow{.instruction = firstText(row, "Definition"),
                              .input = row.textOrEmpty("input"),
                              .output = firstText(row, "output")};
    }};

} // namespace fettle
