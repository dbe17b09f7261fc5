#pragma once

#include <cstdint>
#include <string_view>

namespace fettle {

// What can be odd about the rows of a data file, as programs read it; the wire names are those of wireName().
enum class FindingKind : std::uint8_t {
    // The row cannot be read.
    Unreadable,
    NotJson,
    NotUtf8,
    NotAnObject,
    RaggedRow,           // its cells are not those of the header
    MissingText,         // detail: the column
    MissingConversation, //
    UnreadableTurn,      // detail: what it lacks
    PartWithoutText,     // detail: the part's type
    UnknownSpeaker,      // detail: the speaker
    BadTools,            //
    BadHistory,          //
    MissingPair,         //
    MissingTranscript,   //
    BadNumber,           // detail: the column
    MissingLabel,        // whether the answer is a good one
    IdenticalPair,
    // The row can be read, and nothing be learned from it.
    RefusedByTemplate, // detail: why
    UnknownToken,      //
    NotTrained,        // no token is a target
    BeyondLength,      // no target is left within the length
    TooLong,           // where a part of it would be judged
    OneAnswer,         // where two are compared
    TwoAnswers,        // where one is learned
    NoAnswer,          // of a pair
    NoPrompt,          // where the model is asked
    LongPrompt,        // that leaves no room for an answer
    NoReference,       // where drawn answers are compared with the row's own
    // Something else is learned than was meant.
    CutAnswer,
    CutRow,
    EmptyAnswer,
    EchoedAnswer,
    LengthBias,
    Duplicate,
};
inline constexpr int kFindingKinds = static_cast<int>(FindingKind::Duplicate) + 1;

[[nodiscard]] std::string_view wireName(FindingKind kind);
// Unreadable for a name that is none.
[[nodiscard]] FindingKind findingNamed(std::string_view name);

} // namespace fettle
