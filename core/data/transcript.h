#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fettle {

// One speech of a transcript. head: "\n\nHuman:" or "\n\nAssistant:"; body: all up to the next head.
struct Speech {
    bool isAssistant = false;
    std::string_view head, body;
    bool operator==(const Speech&) const = default;
};
// "\n\nHuman: ...\n\nAssistant: ..." taken apart, ending with the assistant; nullopt for any other text.
[[nodiscard]] std::optional<std::vector<Speech>> splitTranscript(std::string_view text);

// Two transcripts: the speeches that are the same come first; at least one of each stays an answer. Both must be
// transcripts.
struct TranscriptPair {
    std::vector<Speech> prompt, chosen, rejected;
};
[[nodiscard]] TranscriptPair splitPair(std::string_view chosen, std::string_view rejected);

} // namespace fettle
