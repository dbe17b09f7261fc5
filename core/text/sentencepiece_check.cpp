#include "core/text/sentencepiece_check.h"

#include "core/text/character_map.h"
#include "core/text/wire_format.h"

#include <cstdint>

namespace fettle {

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
