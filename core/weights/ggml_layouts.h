#pragma once

#include <c10/util/Half.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace fettle::ggml {

// Blocks as files have them, as long as GgmlType::blockBytes says.
struct Q4_0 {
    c10::Half d;
    std::uint8_t qs[16]; // values 0-15 in the low halves, 16-31 in the high ones
};
struct Q4_1 {
    c10::Half d, m;
    std::uint8_t qs[16];
};
struct Q5_0 {
    c10::Half d;
    std::uint8_t qh[4]; // the fifth bit of each value
    std::uint8_t qs[16];
};
struct Q5_1 {
    c10::Half d, m;
    std::uint8_t qh[4];
    std::uint8_t qs[16];
};
struct Q8_0 {
    c10::Half d;
    std::int8_t qs[32];
};
struct Q4_K {
    c10::Half d, dmin;
    std::uint8_t scales[12]; // eight pairs of scale and minimum in six bits each
    std::uint8_t qs[128];    // per 64 values: the first 32 in the low halves, the others in the high ones
};
struct Q5_K {
    c10::Half d, dmin;
    std::uint8_t scales[12];
    std::uint8_t qh[32];
    std::uint8_t qs[128];
};
struct Q6_K {
    std::uint8_t ql[128], qh[64];
    std::int8_t scales[16];
    c10::Half d;
};

static_assert(sizeof(Q4_0) == 18 && sizeof(Q4_1) == 20 && sizeof(Q5_0) == 22 && sizeof(Q5_1) == 24 &&
              sizeof(Q8_0) == 34 && sizeof(Q4_K) == 144 && sizeof(Q5_K) == 176 && sizeof(Q6_K) == 210);

struct ScaleAndMin {
    std::uint8_t scale, min; // six bits each
};
// The first four lie in the low six bits of bytes 0-3 and 4-7; of the others the low four bits share bytes 8-11, the
// high two lie above the first ones.
[[nodiscard]] inline std::array<ScaleAndMin, 8> unpackScales(const std::uint8_t* packed) {
    std::array<ScaleAndMin, 8> pairs{};
    for (std::size_t i = 0; i < 4; ++i) {
        pairs[i] = {static_cast<std::uint8_t>(packed[i] & 63), static_cast<std::uint8_t>(packed[i + 4] & 63)};
        pairs[i + 4] = {static_cast<std::uint8_t>((packed[i + 8] & 15) | (packed[i] >> 6) << 4),
                        static_cast<std::uint8_t>((packed[i + 8] >> 4) | (packed[i + 4] >> 6) << 4)};
    }
    return pairs;
}

inline void packScales(const std::array<ScaleAndMin, 8>& pairs, std::uint8_t* packed) {
    for (std::size_t i = 0; i < 4; ++i) {
        packed[i] = static_cast<std::uint8_t>(pairs[i].scale | (pairs[i + 4].scale >> 4) << 6);
        packed[i + 4] = static_cast<std::uint8_t>(pairs[i].min | (pairs[i + 4].min >> 4) << 6);
        packed[i + 8] = static_cast<std::uint8_t>((pairs[i + 4].scale & 15) | (pairs[i + 4].min & 15) << 4);
    }
}

} // namespace fettle::ggml
