#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fettle {

// SentencePiece's table of characters and what stands for them: a double-array trie of s-yata/darts-clone
// (include/darts.h) before texts that end with 0 (google/sentencepiece, src/normalizer.cc).
class CharacterMap {
public:
    // Whether a serialised map can be walked safely: from every state that a text can reach, all 256 bytes lead to a
    // unit of the array and every leaf to a text.
    [[nodiscard]] static bool isSound(std::string_view map);

    // Error{BadTokenizer} for one that is not.
    explicit CharacterMap(std::string_view map);

    // What stands for the shortest beginning of `text` that is listed, as the tokenizers library looks it up
    // (normalizers/precompiled.rs); nullopt where none is.
    [[nodiscard]] std::optional<std::string_view> replacement(std::string_view text) const;

private:
    // A unit of the double array.
    struct Unit {
        std::uint32_t bits;
        [[nodiscard]] bool hasLeaf() const { return ((bits >> 8) & 1) != 0; }
        [[nodiscard]] std::uint32_t value() const { return bits & 0x7FFFFFFF; }
        [[nodiscard]] std::uint32_t label() const { return bits & 0x800000FF; }
        [[nodiscard]] std::uint32_t offset() const { return (bits >> 10) << ((bits & 0x200) >> 6); }
    };
    struct Parts {
        std::vector<Unit> units;
        std::string_view texts;
    };
    [[nodiscard]] static std::optional<Parts> partsOf(std::string_view map);
    [[nodiscard]] static bool isSoundTrie(const Parts& parts);

    std::vector<Unit> m_units; // none: nothing is replaced
    std::string m_texts;
};

} // namespace fettle
