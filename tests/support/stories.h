#pragma once

#include <filesystem>

namespace fettle::test {

// The fixture stories260K: a trained Llama of 5 layers, 64 wide, with 512 tokens.
inline const std::filesystem::path kStories = std::filesystem::path(FETTLE_FIXTURES) / "models/stories260K/hf-derived";

} // namespace fettle::test
