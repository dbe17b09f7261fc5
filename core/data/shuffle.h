#pragma once

#include <cstdint>
#include <vector>

namespace fettle {

// A permutation of 0 .. count - 1 that is a function of seed and stream alone, the same on every machine: Fisher and
// Yates over SplitMix64 (doi:10.1145/2660193.2660195).
[[nodiscard]] std::vector<std::int64_t> permutation(std::int64_t count, std::uint64_t seed, std::uint64_t stream);

} // namespace fettle
