#include "core/text/sentencepiece_check.h"

#include "core/text/wire_format.h"

#include <cstdint>
#include <cstring>
#include <vector>

namespace fettle {

namespace {

// A unit of the double array.
struct Unit {
    std::uint32_t bits;
    [[nodiscard]] bool hasLeaf() const { return ((bits >> 8) & 1) != 0; }
    [[nodiscard]] std::uint32_t value() const { return bits & 0x7FFFFFFF; }
    [[nodiscard]] std::uint32_t label() const { return bits & 0x800000FF; }
    [[nodiscard]] std::uint32_t offset() const { return (bits >> 10) << ((bits & 0x200) >> 6); }
};

// From every state that a text can reach, all 256 bytes lead to a unit of the array and every leaf to a text.
bool isSoundTrie(const std::vector<Unit>& units, std::size_t textBytes) {
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
            if (units[place].hasLeaf() && units[next].value() >= textBytes) return false;
        }
    }
    return true;
}

bool isSoundMap(std::string_view map) {
    std::uint32_t trieBytes = 0;
    if (map.empty()) return true;
    if (map.size() <= sizeof trieBytes) return false;
    std::memcpy(&trieBytes, map.data(), sizeof trieBytes);
    map.remove_prefix(sizeof trieBytes);
    if (trieBytes >= map.size() || trieBytes % sizeof(Unit) != 0 || map.back() != '\0') return false;
    std::vector<Unit> units(trieBytes / sizeof(Unit));
    std::memcpy(units.data(), map.data(), trieBytes);
    return isSoundTrie(units, map.size() - trieBytes);
}

} // namespace

bool hasSoundCharacterMaps(std::string_view model) {
    constexpr std::uint64_t kNormalizer = 3, kDenormalizer = 5, kMap = 2; // sentencepiece_model.proto
    WireReader fields(model);
    while (const auto field = fields.next()) {
        if (field->number != kNormalizer && field->number != kDenormalizer) continue;
        WireReader inside(field->bytes);
        while (const auto part = inside.next())
            if (part->number == kMap && !isSoundMap(part->bytes)) return false;
    }
    return true;
}

} // namespace fettle
