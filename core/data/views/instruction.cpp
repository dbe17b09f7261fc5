#include "core/data/conversations.h"
#include "core/data/row_view.h"

namespace fettle {

namespace {

constexpr RowColumn kInstructionColumns[] = {{"instruction"}, {"input"}, {"output"}};

const InstructionRow& instruction(const Row& row) {
    return std::get<InstructionRow>(row);
}

std::vector<Strand> strandsOfInstruction(const Row& row) {
    Json prompt = conversationOf(instruction(row)).messages;
    const Json answer = prompt.back();
    prompt.erase(prompt.size() - 1);
    return {{StrandKind::Prompt, std::move(prompt)}, {StrandKind::Answer, Json::array({answer})}};
}

Json objectOfInstruction(const Row& row) {
    const InstructionRow& own = instruction(row);
    Json object = {{"instruction", own.instruction}, {"input", own.input}, {"output", own.output}};
    if (own.system) object["system"] = *own.system;
    for (const InstructionRow::Exchange& exchange : own.history)
        object["history"].push_back({exchange.question, exchange.answer});
    return object;
}

} // namespace

extern const RowView kInstructionView{
    .columns = kInstructionColumns,
    .cell =
        [](const Row& row, std::size_t column) {
            const InstructionRow& own = instruction(row);
            return column == 0 ? own.instruction : column == 1 ? own.input : own.output;
        },
    .strands = strandsOfInstruction,
    .object = objectOfInstruction,
};

} // namespace fettle
