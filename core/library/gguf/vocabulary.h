#pragma once

#include "core/source/gguf/gguf_writer.h"
#include "core/text/tokenizer_files.h"

#include <optional>
#include <string>
#include <vector>

namespace fettle {

// tokenizer.ggml.* of a GGUF file (llama.cpp src/llama-vocab.cpp, gguf-py/gguf/constants.py).
struct GgufVocabulary {
    std::string model = "gpt2";      // gpt2: byte-level BPE; llama: SentencePiece BPE; t5: SentencePiece unigram
    std::string pre = "default";     // gpt2: which rule cuts words
    std::vector<std::string> tokens; // by id
    std::vector<float> scores;       // SentencePiece
    std::vector<std::int32_t> kinds; // SentencePieceModel::Kind
    std::vector<std::string> merges; // gpt2: "a b"
    std::optional<std::int64_t> bos, eos, unknown, pad, eot;
    bool addsBos = false, addsEos = false;
    bool addsSpacePrefix = false, removesExtraSpaces = false; // SentencePiece
    std::string characterMap;                                 // t5
    std::string chatTemplate;                                 // empty: none

    [[nodiscard]] bool isOfBytes() const { return model == "gpt2"; }
};

// Error{BadTokenizer} naming a kind or a rule for words that is not built; reads no tokens.
void refuseUnknownVocabulary(const GgufHeader& header);
// Its errors, and Error{BadFile}.
[[nodiscard]] GgufVocabulary vocabularyIn(const GgufHeader& header);
[[nodiscard]] GgufFields fieldsOf(const GgufVocabulary& vocabulary);

// The tokenizer's files as a folder would have them. Error{BadTokenizer} naming a rule for words that is not known.
[[nodiscard]] TokenizerFiles tokenizerFilesOf(const GgufVocabulary& vocabulary, const std::filesystem::path& origin);
// And back, with one entry for each of `rows` rows of the embedding; what a chat template ends a turn with and
// the template itself are left to the caller. Error{BadTokenizer} for a tokenizer that llama.cpp does not have.
[[nodiscard]] GgufVocabulary vocabularyOf(const TokenizerFiles& files, std::int64_t rows);

} // namespace fettle
