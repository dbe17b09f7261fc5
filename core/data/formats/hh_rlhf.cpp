#include "core/data/formats/columns.h"
#include "core/data/row_problems.h"
#include "core/data/transcript.h"

namespace fettle {

namespace {

bool isTranscript(const Json* value) {
    return value != nullptr && value->is_string() && splitTranscript(value->get_ref<const std::string&>());
}

Row readTranscripts(const Columns& row) {
    TranscriptPairRow pair{.chosen = row.text("chosen"), .rejected = row.text("rejected")};
    if (pair.chosen == pair.rejected)
        throw badRow(row.origin(), "has the same answer as \"chosen\" and \"rejected\"", {FindingKind::IdenticalPair});
    if (!isTranscript(row.find("chosen")) || !isTranscript(row.find("rejected")))
        throw badRow(row.origin(), "has no transcript of Human and Assistant in \"chosen\" and \"rejected\"",
                     {FindingKind::MissingTranscript});
    return pair;
}

} // namespace

// anthropics/hh-rlhf: two transcripts.
extern const RowFormat kHhRlhfFormat{.name = "hh_rlhf",
                                     .matches =
                                         [](const Columns& row) {
                                             return !row.has("prompt") && isTranscript(row.find("chosen")) &&
                                                    isTranscript(row.find("rejected"));
                                         },
                                     .read = readTranscripts};

} // namespace fettle
