#pragma once

#include "core/library/base_model.h"

namespace fettle {

// What a model folder holds beside weights and config.json.
struct SideFiles {
    std::vector<Companion> companions;
    std::string chatTemplate;    // of another origin than the companions; empty: theirs
    bool isTokenizerOwn = false; // the tokenizer among the companions is not the base's

    void writeTo(const std::filesystem::path& folder) const;
    // What is of another origin alone, which is what an adapter has to bring along: the template, the tokenizer.
    void writeOwnTo(const std::filesystem::path& folder) const;
};

// How a model reads and writes text.
struct TextSide {
    std::shared_ptr<const Tokenizer> tokenizer;
    std::optional<ChatTemplate> chatTemplate;
    std::vector<TokenId> stopIds;          // end of sequence: what ends any text
    std::filesystem::path tokenizerFolder; // the adapter's that brings one; empty: the base's own
    std::vector<TokenId> addedIds;         // of the tokens that a TextChange has added
    std::vector<TokenId> turnStopIds;      // stopIds, and the token that the template ends the assistant's turn with
    SideFiles files;
};

// What a run puts on its base.
struct TextChange {
    std::string chatTemplate; // a bundled one's name or a file, which wins over all others; empty: none
    std::vector<std::string> addSpecialTokens; // where the tokenizer lacks them
};

// Whether an adapter's folder holds anything of it.
[[nodiscard]] bool bringsTextSide(const std::filesystem::path& adapter);

// Of a base with adapters on it. A tokenizer or template in the folder of an adapter is what the adapter was trained
// with, so the first that brings one decides, and a note says where the base or another adapter has a different one.
// A bundled template brings its tokens along, and a change that adds some makes the template's end of turn the end of
// sequence. Errors of BaseModel, of Tokenizer::load and ChatTemplate::load; Error{BadTemplate} for a chosen template
// that writes a token which the tokenizer does not name.
[[nodiscard]] TextSide readTextSide(const BaseModel& base, const std::vector<std::filesystem::path>& adapters = {},
                                    const TextChange& change = {});

// The base's architecture as a text side needs it: rows for its tokens, its end of sequence. The base's own where the
// tokenizer is.
[[nodiscard]] Architecture architectureFor(const BaseModel& base, const TextSide& text);

} // namespace fettle
