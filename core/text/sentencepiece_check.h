#pragma once

#include <string_view>

namespace fettle {

// Whether the character maps inside a serialised SentencePiece model can be walked safely: the library follows a map's
// offsets unchecked (google/sentencepiece, src/normalizer.cc; the map is a double-array trie of s-yata/darts-clone,
// include/darts.h, before texts that end with 0). Bytes that are no such protocol buffer are the library's to refuse.
[[nodiscard]] bool hasSoundCharacterMaps(std::string_view model);

} // namespace fettle
