#include "core/data/formats/columns.h"
#include "core/data/row_problems.h"

namespace fettle {

namespace {

std::string textIn(const Json& instance, const char* key, const Columns& row) {
    const auto found = instance.is_object() ? instance.find(key) : instance.end();
    if (!instance.is_object() || found == instance.end() || !found->is_string())
        throw badRow(row.origin(), "has an instance without a text \"" + std::string(key) + "\"",
                     {FindingKind::MissingText, key});
    return found->get<std::string>();
}

std::vector<Row> readInstances(const Columns& row) {
    std::vector<Row> rows;
    for (const Json& instance : *row.find("instances"))
        rows.emplace_back(InstructionRow{.instruction = row.text("instruction"),
                                         .input = textIn(instance, "input", row),
                                         .output = textIn(instance, "output", row)});
    return rows;
}

bool hasInstances(const Columns& row) {
    const Json* instances = row.find("instances");
    return row.has("instruction") && instances != nullptr && instances->is_array() && !instances->empty();
}

} // namespace

// yizhongw/self-instruct, data/seed_tasks.jsonl: an instruction with instances of it.
extern const RowFormat kSelfInstructFormat{
    .name = "self_instruct", .matches = hasInstances, .read = [](const Columns& row) {
        if (!hasInstances(row))
            throw badRow(row.origin(), "has no \"instances\"", {FindingKind::MissingText, "instances"});
        return readInstances(row);
    }};

} // namespace fettle
