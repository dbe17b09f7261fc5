#include "core/text/sentencepiece_check.h"

#include "core/text/character_map.h"

#include <cstdint>
#include <optional>

namespace fettle {

namespace {

struct WireField {
    std::uint64_t number = 0;
    std::string_view bytes; // of a length-delimited field
};

// The fields of a protocol buffer, one after the other.
class WireReader {
public:
    explicit WireReader(std::string_view message) : m_rest(message) {}

    std::optional<WireField> next() {
        const auto key = varint();
        if (!key) return std::nullopt;
        WireField field{.number = *key >> 3};
        switch (*key & 7) {
        case 0:
            return varint() ? std::optional(field) : std::nullopt;
        case 1:
            return take(8) ? std::optional(field) : std::nullopt;
        case 5:
            return take(4) ? std::optional(field) : std::nullopt;
        case 2:
            if (const auto length = varint())
                if (const auto bytes = take(*length)) {
                    field.bytes = *bytes;
                    return field;
                }
            [[fallthrough]];
        default:
            return std::nullopt;
        }
    }

private:
    std::optional<std::uint64_t> varint() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_rest.front());
            m_rest.remove_prefix(1);
            value |= std::uint64_t{byte & 0x7Fu} << shift;
            if (byte < 0x80) return value;
        }
        return std::nullopt;
    }
    std::optional<std::string_view> take(std::uint64_t count) {
        if (count > m_rest.size()) return std::nullopt;
        const std::string_view taken = m_rest.substr(0, static_cast<std::size_t>(count));
        m_rest.remove_prefix(taken.size());
        return taken;
    }

    std::string_view m_rest;
};

} // namespace

bool hasSoundCharacterMaps(std::string_view model) {
    constexpr std::uint64_t kNormalizer = 3, kDenormalizer = 5, kMap = 2; // sentencepiece_model.proto
    WireReader fields(model);
    while (const auto field = fields.next()) {
        if (field->number != kNormalizer && field->number != kDenormalizer) continue;
        WireReader inside(field->bytes);
        while (const auto part = inside.next())
            if (part->number == kMap && !CharacterMap::isSound(part->bytes)) return false;
    }
    return true;
}

} // namespace fettle
