#pragma once

#include <cstdint>

namespace fettle {

// The step of SplitMix64 from state `x` (doi:10.1145/2660193.2660195): a number that looks random, a different one for
// each x. The states of the generator are x, x + kSplitMixStep, x + 2 kSplitMixStep ...
inline constexpr std::uint64_t kSplitMixStep = 0x9E3779B97F4A7C15;

[[nodiscard]] constexpr std::uint64_t splitMix64(std::uint64_t x) {
    x += kSplitMixStep;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return x ^ (x >> 31);
}

} // namespace fettle
