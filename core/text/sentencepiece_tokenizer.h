#pragma once

#include "core/text/base_tokenizer.h"

#include <memory>

namespace sentencepiece {
class SentencePieceProcessor;
}

namespace fettle {

// A tokenizer.model through the SentencePiece library; every stretch between added tokens is encoded by itself, as
// transformers' slow Llama tokenizer does.
class SentencePieceTokenizer : public BaseTokenizer {
public:
    // Error{BadTokenizer}.
    explicit SentencePieceTokenizer(const TokenizerFiles& files);
    ~SentencePieceTokenizer() override;

    [[nodiscard]] std::string decode(std::span<const TokenId> ids, SpecialText special) const override;
    [[nodiscard]] std::string piece(TokenId id) const override;
    [[nodiscard]] std::optional<TokenId> idOf(std::string_view piece) const override;
    [[nodiscard]] std::int64_t size() const override { return m_size; }

private:
    void encodeStretch(AlignedText stretch, Encoding& encoding) const override;
    void addControlPieces();
    [[nodiscard]] bool isInModel(TokenId id) const;
    [[nodiscard]] bool losesSpace(TokenId first) const;

    std::unique_ptr<sentencepiece::SentencePieceProcessor> m_processor;
    std::int64_t m_size = 0;
};

} // namespace fettle
