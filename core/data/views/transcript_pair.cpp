#include "core/data/views/pair_strands.h"

namespace fettle {

namespace {

const TranscriptPairRow& transcripts(const Row& row) {
    return std::get<TranscriptPairRow>(row);
}

// The file has no column for what both begin with.
constexpr RowColumn kTranscriptColumns[] = {{"prompt", RowColumn::Kind::Derived}, {"chosen"}, {"rejected"}};

std::vector<Strand> strandsOfTranscripts(const Row& row) {
    ChatPairRow pair = conversationOf(transcripts(row));
    return pairStrands(std::move(pair.prompt), std::move(pair.chosen), std::move(pair.rejected));
}

} // namespace

extern const RowView kTranscriptPairView{
    .columns = kTranscriptColumns,
    .cell =
        [](const Row& row, std::size_t column) {
            const Strand strand = strandsOfTranscripts(row)[column];
            const bool isAnswer = column > 0 || strand.turns.empty();
            return textOf(isAnswer ? strand : Strand{.turns = Json::array({strand.turns.back()})});
        },
    .strands = strandsOfTranscripts,
    .object =
        [](const Row& row) {
            return Json{{"chosen", transcripts(row).chosen}, {"rejected", transcripts(row).rejected}};
        },
};

} // namespace fettle
