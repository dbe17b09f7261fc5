#pragma once

#include <string_view>

namespace fettle {

// Whether the character maps inside a serialised SentencePiece model can be walked safely (CharacterMap): the library
// follows a map's offsets unchecked. Bytes that are no such protocol buffer are the library's to refuse.
[[nodiscard]] bool hasSoundCharacterMaps(std::string_view model);

} // namespace fettle
