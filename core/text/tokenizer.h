#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fettle {

using TokenId = std::int32_t;
class TokenizerFiles;

// A half-open range of code points of the text that was encoded.
struct TextSpan {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    bool operator==(const TextSpan&) const = default;
};

struct Encoding {
    std::vector<TokenId> ids;
    std::vector<TextSpan> offsets; // one per id; empty span for tokens that stand for no text (BOS, EOS)
};

enum class SpecialTokens {
    Add, // BOS and EOS as the tokenizer's own post-processor puts them
    None // rendered chat templates carry their own
};

enum class SpecialText { Keep, Skip };

// Text to ids and back, exactly as the checkpoint's own tokenizer does it. Immutable and usable from any thread.
class Tokenizer {
public:
    // `folder` holds tokenizer.json or tokenizer.model (tokenizer.json wins), and usually tokenizer_config.json.
    // Error{FileNotFound | BadTokenizer}.
    [[nodiscard]] static std::shared_ptr<const Tokenizer> load(const std::filesystem::path& folder);
    [[nodiscard]] static std::shared_ptr<const Tokenizer> load(const TokenizerFiles& files);

    virtual ~Tokenizer() = default;

    // Special tokens written in the text ("<|im_end|>") become their ids in either mode.
    [[nodiscard]] virtual Encoding encode(std::string_view text, SpecialTokens special) const = 0;
    // Never cleans up spaces. Bytes that are no UTF-8 become U+FFFD. Error{BadUsage} for an id outside [0, size()).
    [[nodiscard]] virtual std::string decode(std::span<const TokenId> ids, SpecialText special) const = 0;
    // The vocabulary's own string of an id ("Ġthe", "▁the", "<0x0A>").
    [[nodiscard]] virtual std::string piece(TokenId id) const = 0;
    [[nodiscard]] virtual std::optional<TokenId> idOf(std::string_view piece) const = 0;
    // Ids run from 0 to size() - 1, added tokens included; a model's vocabulary matrix may have more rows.
    [[nodiscard]] virtual std::int64_t size() const = 0;
    [[nodiscard]] virtual bool isSpecial(TokenId id) const = 0;

    [[nodiscard]] std::optional<TokenId> bosId() const { return m_bos; }
    [[nodiscard]] std::optional<TokenId> eosId() const { return m_eos; }
    [[nodiscard]] std::optional<TokenId> padId() const { return m_pad; }
    // {"bos_token": "<s>", ...}: what a chat template sees.
    [[nodiscard]] const Json& specialTokens() const { return m_specialTokens; }
    // Of the files that it was loaded from: equal hashes are equal ids for every text. Empty where it was not loaded.
    [[nodiscard]] const std::string& contentHash() const { return m_contentHash; }

protected:
    std::optional<TokenId> m_bos, m_eos, m_pad;
    Json m_specialTokens = Json::object();

private:
    std::string m_contentHash;
};

// Emits the text of a growing list of ids, never half a character: a piece that ends inside one is held back.
class StreamDecoder {
public:
    StreamDecoder(std::shared_ptr<const Tokenizer> tokenizer, SpecialText special);
    // The text that became certain with this id, possibly empty.
    [[nodiscard]] std::string push(TokenId id);
    // What was held back, with U+FFFD for an incomplete character.
    [[nodiscard]] std::string finish();

private:
    std::shared_ptr<const Tokenizer> m_tokenizer;
    SpecialText m_special;
    std::vector<TokenId> m_ids;
    std::size_t m_emitted = 0;
};

} // namespace fettle
