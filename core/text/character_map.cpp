#include "core/text/character_map.h"

#include "core/base/error.h"

#include <cstring>

namespace fettle {

std::optional<CharacterMap::Parts> CharacterMap::partsOf(std::string_view map) {
    std::uint32_t trieBytes = 0;
    if (map.size() <= sizeof trieBytes) return std::nullopt;
    std::memcpy(&trieBytes, map.data(), sizeof trieBytes);
    map.remove_prefix(sizeof trieBytes);
    if (trieBytes >= map.size() || trieBytes % sizeof(Unit) != 0 || map.back() != '\0') return std::nullopt;
    Parts parts{.units = std::vector<Unit>(trieBytes / sizeof(Unit)), .texts = map.substr(trieBytes)};
    std::memcpy(parts.units.data(), map.data(), trieBytes);
    return parts;
}

bool CharacterMap::isSoundTrie(const Parts& parts) {
    const std::vector<Unit>& units = parts.units;
    std::vector<bool> isKnown(units.size());
    std::vector<std::uint32_t> open;
    const auto reach = [&](std::uint32_t base) {
        if ((base | 0xFFu) >= units.size()) return false;
        if (!isKnown[base]) open.push_back(base);
        isKnown[base] = true;
        return true;
    };
    if (units.empty() || !reach(units[0].offset())) return false;
    while (!open.empty()) {
        const std::uint32_t base = open.back();
        open.pop_back();
        for (std::uint32_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t place = base ^ byte;
            if (units[place].label() != byte) continue;
            const std::uint32_t next = place ^ units[place].offset();
            if (!reach(next)) return false;
            if (units[place].hasLeaf() && units[next].value() >= parts.texts.size()) return false;
        }
    }
    return true;
}

bool CharacterMap::isSound(std::string_view map) {
    const auto parts = partsOf(map);
    return map.empty() || (parts && isSoundTrie(*parts));
}

CharacterMap::CharacterMap(std::string_view map) {
    if (map.empty()) return;
    auto parts = partsOf(map);
    if (!parts || !isSoundTrie(*parts))
        throw Error{ErrorKind::BadTokenizer, "The tokenizer's table of characters leads out of itself.",
                    "Download the tokenizer again."};
    m_units = std::move(parts->units);
    m_texts = parts->texts;
}

std::optional<std::string_view> CharacterMap::replacement(std::string_view text) const {
    if (m_units.empty()) return std::nullopt;
    std::uint32_t at = m_units[0].offset();
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0) return std::nullopt;
        at ^= byte;
        const Unit unit = m_units[at];
        if (unit.label() != byte) return std::nullopt;
        at ^= unit.offset();
        if (unit.hasLeaf()) return std::string_view(m_texts.c_str() + m_units[at].value());
    }
    return std::nullopt;
}

} // namespace fettle
