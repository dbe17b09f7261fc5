#include "core/data/row_view.h"

namespace fettle {

namespace {

// The answer's own columns and its verdict.
constexpr RowColumn kJudgedColumns[] = {{"prompt"}, {"completion"}, {"label"}};

const JudgedRow& judgedRow(const Row& row) {
    return std::get<JudgedRow>(row);
}

Row answerOf(const Row& row) {
    return std::visit([](const auto& answer) -> Row { return answer; }, judgedRow(row).answer);
}

std::vector<Strand> strandsOfJudged(const Row& row) {
    const Row answer = answerOf(row);
    std::vector<Strand> strands = viewOf(answer).strands(answer);
    strands.back().kind = judgedRow(row).isDesirable ? StrandKind::Chosen : StrandKind::Rejected;
    return strands;
}

std::string cellOfJudged(const Row& row, std::size_t column) {
    if (column == 2) return judgedRow(row).isDesirable ? "true" : "false";
    return textOf(strandsOfJudged(row)[column]);
}

Json objectOfJudged(const Row& row) {
    const Row answer = answerOf(row);
    Json object = viewOf(answer).object(answer);
    object["label"] = judgedRow(row).isDesirable;
    return object;
}

} // namespace

extern const RowView kJudgedView{
    .columns = kJudgedColumns,
    .cell = cellOfJudged,
    .strands = strandsOfJudged,
    .object = objectOfJudged,
};

} // namespace fettle
