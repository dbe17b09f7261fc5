#pragma once

#include "core/text/base_tokenizer.h"
#include "core/text/decoder.h"
#include "core/text/normalizer.h"
#include "core/text/pre_tokenizer.h"
#include "core/text/word_model.h"

#include <memory>

namespace fettle {

// A tokenizer.json of the tokenizers library with a BPE or a Unigram model.
class JsonTokenizer : public BaseTokenizer {
public:
    // `files` holds tokenizer_config.json. Error{BadTokenizer}.
    JsonTokenizer(const Json& json, const TokenizerFiles& files);

    [[nodiscard]] std::string decode(std::span<const TokenId> ids, SpecialText special) const override;
    [[nodiscard]] std::string piece(TokenId id) const override;
    [[nodiscard]] std::optional<TokenId> idOf(std::string_view piece) const override;
    [[nodiscard]] std::int64_t size() const override { return std::ssize(m_pieces); }

private:
    void encodeStretch(AlignedText stretch, Encoding& encoding) const override;
    void addTokens(const Json& list);
    void index(TokenId id, const std::string& piece);
    void indexAddedTokens();
    void refuseForeignIds() const;

    std::unique_ptr<const WordModel> m_model;
    Normalizer m_normalizer;
    PreTokenizer m_preTokenizer;
    Decoder m_decoder;
    std::vector<std::string> m_pieces; // by id; empty where the vocabulary has a gap
};

// tokenizer.json of vocab.json and merges.txt, where these are all there is (GPT-2's and Qwen's slow tokenizers).
[[nodiscard]] Json tokenizerJsonFromMerges(const TokenizerFiles& files);

} // namespace fettle
