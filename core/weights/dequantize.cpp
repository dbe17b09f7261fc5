#include "core/base/error.h"
#include "core/weights/ggml_blocks.h"
#include "core/weights/ggml_layouts.h"

#include <ATen/Parallel.h>

#include <cstring>
#include <string_view>

namespace fettle {

namespace {

int lowHalf(std::uint8_t byte) {
    return byte & 15;
}
int highHalf(std::uint8_t byte) {
    return byte >> 4;
}
int fifthBit(const std::uint8_t* bits, int index) {
    return (bits[index / 8] >> index % 8 & 1) << 4;
}

void expand(const ggml::Q4_0& block, float* x) {
    const float d = block.d;
    for (int j = 0; j < 16; ++j) {
        x[j] = static_cast<float>(lowHalf(block.qs[j]) - 8) * d;
        x[j + 16] = static_cast<float>(highHalf(block.qs[j]) - 8) * d;
    }
}

void expand(const ggml::Q4_1& block, float* x) {
    const float d = block.d, m = block.m;
    for (int j = 0; j < 16; ++j) {
        x[j] = static_cast<float>(lowHalf(block.qs[j])) * d + m;
        x[j + 16] = static_cast<float>(highHalf(block.qs[j])) * d + m;
    }
}

void expand(const ggml::Q5_0& block, float* x) {
    const float d = block.d;
    for (int j = 0; j < 16; ++j) {
        x[j] = static_cast<float>((lowHalf(block.qs[j]) | fifthBit(block.qh, j)) - 16) * d;
        x[j + 16] = static_cast<float>((highHalf(block.qs[j]) | fifthBit(block.qh, j + 16)) - 16) * d;
    }
}

void expand(const ggml::Q5_1& block, float* x) {
    const float d = block.d, m = block.m;
    for (int j = 0; j < 16; ++j) {
        x[j] = static_cast<float>(lowHalf(block.qs[j]) | fifthBit(block.qh, j)) * d + m;
        x[j + 16] = static_cast<float>(highHalf(block.qs[j]) | fifthBit(block.qh, j + 16)) * d + m;
    }
}

void expand(const ggml::Q8_0& block, float* x) {
    const float d = block.d;
    for (int j = 0; j < 32; ++j)
        x[j] = static_cast<float>(block.qs[j]) * d;
}

void expand(const ggml::Q4_K& block, float* x) {
    const auto scales = ggml::unpackScales(block.scales);
    const float d = block.d, dmin = block.dmin;
    for (std::size_t part = 0; part < 8; ++part, x += 32) {
        const float scale = d * scales[part].scale, min = dmin * scales[part].min;
        const std::uint8_t* qs = block.qs + part / 2 * 32;
        for (int j = 0; j < 32; ++j)
            x[j] = scale * static_cast<float>(part % 2 == 0 ? lowHalf(qs[j]) : highHalf(qs[j])) - min;
    }
}

void expand(const ggml::Q5_K& block, float* x) {
    const auto scales = ggml::unpackScales(block.scales);
    const float d = block.d, dmin = block.dmin;
    for (std::size_t part = 0; part < 8; ++part, x += 32) {
        const float scale = d * scales[part].scale, min = dmin * scales[part].min;
        const std::uint8_t* qs = block.qs + part / 2 * 32;
        for (int j = 0; j < 32; ++j) {
            const int low = part % 2 == 0 ? lowHalf(qs[j]) : highHalf(qs[j]);
            x[j] = scale * static_cast<float>(low | fifthBit(block.qh + j, static_cast<int>(part))) - min;
        }
    }
}

// 128 values from 64 low bytes and 32 high ones, four times 32.
void expand(const ggml::Q6_K& block, float* x) {
    const float d = block.d;
    for (int n = 0; n < 256; ++n) {
        const int half = n / 128, quarter = n % 128 / 32, j = n % 32;
        const std::uint8_t low = block.ql[half * 64 + quarter % 2 * 32 + j];
        const int high = block.qh[half * 32 + j] >> (2 * quarter) & 3;
        const int value = ((quarter < 2 ? lowHalf(low) : highHalf(low)) | high << 4) - 32;
        x[n] = d * static_cast<float>(block.scales[n / 16]) * static_cast<float>(value);
    }
}

template <class Block>
void expandAll(const GgmlType& type, const std::byte* blocks, float* values, std::int64_t count) {
    at::parallel_for(0, count, 512, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i) {
            Block block; // files align them to nothing
            std::memcpy(&block, blocks + i * type.blockBytes, sizeof block);
            expand(block, values + i * type.blockValues);
        }
    });
}

struct Expansion {
    std::string_view name;
    void (*run)(const GgmlType& type, const std::byte* blocks, float* values, std::int64_t count);
};
constexpr Expansion kExpansions[] = {{"Q4_0", expandAll<ggml::Q4_0>}, {"Q4_1", expandAll<ggml::Q4_1>},
                                     {"Q5_0", expandAll<ggml::Q5_0>}, {"Q5_1", expandAll<ggml::Q5_1>},
                                     {"Q8_0", expandAll<ggml::Q8_0>}, {"Q4_K", expandAll<ggml::Q4_K>},
                                     {"Q5_K", expandAll<ggml::Q5_K>}, {"Q6_K", expandAll<ggml::Q6_K>}};

} // namespace

void dequantize(const GgmlType& type, std::span<const std::byte> blocks, std::span<float> values) {
    for (const Expansion& each : kExpansions)
        if (each.name == type.name)
            return each.run(type, blocks.data(), values.data(), std::ssize(values) / type.blockValues);
    throw Error{ErrorKind::Internal, std::string("Blocks of ") + type.name + " are not read."};
}

} // namespace fettle
