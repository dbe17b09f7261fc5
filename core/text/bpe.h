#pragma once

#include "core/base/json.h"
#include "core/text/seams.h"
#include "core/text/word_cache.h"
#include "core/text/word_model.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fettle {

// Byte-pair encoding as the tokenizers library runs it: characters first, then the adjacent pair of lowest rank,
// leftmost on ties (arXiv:1508.07909).
class Bpe : public WordModel {
public:
    // The "model" of a tokenizer.json. Error{BadTokenizer}.
    explicit Bpe(const Json& model);

    [[nodiscard]] std::vector<WordToken> encode(std::string_view word) const override;
    [[nodiscard]] const Vocabulary& vocabulary() const override { return m_vocabulary; }

private:
    struct Merge {
        std::uint32_t rank;
        TokenId id;
    };

    void readVocabulary(const Json& pieces);
    void readMerges(const Json& merges);
    void readAffixes(const Json& model);
    [[nodiscard]] TokenId required(std::string_view piece) const;
    [[nodiscard]] std::vector<WordToken> encodePart(std::string_view word) const;
    [[nodiscard]] std::size_t partEnd(std::string_view word, std::size_t begin) const;
    [[nodiscard]] std::optional<TokenId> characterId(std::string_view character, bool isFirst, bool isLast) const;
    [[nodiscard]] std::vector<WordToken> characters(std::string_view word) const;
    void merge(std::vector<WordToken>& tokens) const;
    [[nodiscard]] const Merge* mergeOf(TokenId left, TokenId right) const;

    Vocabulary m_vocabulary;
    std::unordered_map<std::uint64_t, Merge> m_merges; // left id in the high half
    Seams m_seams;
    std::optional<TokenId> m_unknown;
    std::string m_prefix, m_suffix; // of a character that continues a word, that ends one
    bool m_byteFallback = false, m_fuseUnknown = false, m_ignoreMerges = false;
    std::shared_ptr<WordCache> m_cache;
};

} // namespace fettle
