#pragma once

#include "core/text/added_tokens.h"
#include "core/text/special_ids.h"
#include "core/text/tokenizer.h"

namespace fettle {

// What both kinds of tokenizer do alike: cut at added tokens, put special ids around a text, know special tokens by
// name.
class BaseTokenizer : public Tokenizer {
public:
    [[nodiscard]] Encoding encode(std::string_view text, SpecialTokens special) const override;
    [[nodiscard]] bool isSpecial(TokenId id) const override;
    // Those that are found in a text before anything else, by id.
    [[nodiscard]] const std::map<TokenId, AddedToken>& addedTokens() const { return m_added.all(); }

protected:
    // Appends the ids of a stretch without added tokens that match the raw text.
    virtual void encodeStretch(AlignedText stretch, Encoding& encoding) const = 0;

    // Reads tokenizer_config.json, special_tokens_map.json and added_tokens.json: special tokens by name, further added
    // tokens, the frame's flags.
    void readSpecialTokens(const TokenizerFiles& files);
    void addSpecial(const std::string& content);
    static void append(Encoding& encoding, TokenId id, TextSpan span);
    void refuseBadIds(std::span<const TokenId> ids) const;

    AddedTokens m_added;
    SpecialFrame m_frame;
};

} // namespace fettle
