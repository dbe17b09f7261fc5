#pragma once

#include "core/base/json.h"
#include "core/text/piece_trie.h"
#include "core/text/word_model.h"

#include <optional>

namespace fettle {

// A unigram language model as the tokenizers library runs it (models/unigram/model.rs): of all ways to cut a word into
// pieces the one with the highest sum of scores, the log-probabilities of the pieces (arXiv:1804.10959).
class Unigram : public WordModel {
public:
    // The "model" of a tokenizer.json. Error{BadTokenizer}.
    explicit Unigram(const Json& model);

    [[nodiscard]] std::vector<WordToken> encode(std::string_view word) const override;
    [[nodiscard]] const Vocabulary& vocabulary() const override { return m_vocabulary; }

private:
    // The best way to cut the bytes before a place: its last piece, and the sum of scores.
    struct Step {
        std::optional<std::size_t> begin; // none: no way leads here
        double score = 0;
        bool isUnknown = false;
    };

    [[nodiscard]] std::vector<Step> bestSteps(std::string_view word) const;
    void append(std::vector<WordToken>& tokens, std::string_view piece) const;

    Vocabulary m_vocabulary;
    std::vector<double> m_scores; // by id
    PieceTrie m_pieces;
    std::optional<TokenId> m_unknown;
    double m_unknownScore = 0;
    bool m_byteFallback = false;
};

} // namespace fettle
