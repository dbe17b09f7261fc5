#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fettle {

struct TokenizerTraining {
    std::vector<std::filesystem::path> inputs; // plain text, one sentence or paragraph a line
    std::filesystem::path out;                 // a new or empty folder
    std::string type = "bpe";                  // bpe | unigram
    std::int64_t vocabSize = 8000;
    std::vector<std::string> specialSymbols; // "<|im_start|>": special tokens of their own
    std::string eosSymbol;                   // one of them; empty: "</s>"
    std::string chatTemplate;                // Jinja text for tokenizer_config.json; empty: none
};

// Trains a SentencePiece model (byte fallback, identity normalisation as Llama has it) on one thread, so that equal
// input gives equal files, and writes tokenizer.model, tokenizer_config.json and, for bpe, a tokenizer.json that
// encodes equally. Error{BadUsage} with SentencePiece's own words.
void trainTokenizer(const TokenizerTraining& options);

} // namespace fettle
