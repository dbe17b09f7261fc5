#include "core/base/error.h"
#include "core/weights/ggml_blocks.h"
#include "core/weights/ggml_layouts.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <optional>
#include <string_view>

namespace fettle {

namespace {

int nearest(float value) {
    return static_cast<int>(std::nearbyint(value)); // halves to the even number
}

std::uint8_t packed(int low, int high) {
    return static_cast<std::uint8_t>(low | high << 4);
}

float largestMagnitude(const float* x, int count) {
    float largest = 0;
    for (int i = 0; i < count; ++i)
        largest = std::max(largest, std::abs(x[i]));
    return largest;
}

// The value of the largest magnitude, with its sign; the first of equal ones.
float extreme(const float* x, int count) {
    return *std::max_element(x, x + count, [](float a, float b) { return std::abs(a) < std::abs(b); });
}

void pack(const float* x, ggml::Q8_0& block) {
    const float d = largestMagnitude(x, 32) / 127, inverse = d == 0 ? 0 : 1 / d;
    block.d = d;
    for (int i = 0; i < 32; ++i)
        block.qs[i] = static_cast<std::int8_t>(std::round(x[i] * inverse));
}

void pack(const float* x, ggml::Q5_0& block) {
    const float d = extreme(x, 32) / -16, inverse = d == 0 ? 0 : 1 / d;
    const auto level = [&](int i) { return std::min(31, static_cast<int>(x[i] * inverse + 16.5F)); };
    block = {};
    block.d = d;
    for (int i = 0; i < 16; ++i) {
        const int low = level(i), high = level(i + 16);
        block.qs[i] = packed(low & 15, high & 15);
        block.qh[i / 8] |= static_cast<std::uint8_t>(low >> 4 << i % 8);
        block.qh[2 + i / 8] |= static_cast<std::uint8_t>(high >> 4 << i % 8);
    }
}

struct Fit {
    float scale = 0, min = 0; // x is about scale * level - min
};

constexpr int kPart = 32, kTop = 15;

struct Levels {
    std::array<int, kPart> level{};
    float error = 0; // weighted squares
};

Levels levelsOf(const float* x, const float* weights, float inverse, float offset, const Fit& fit) {
    Levels levels;
    for (int i = 0; i < kPart; ++i) {
        const int level = std::clamp(nearest(inverse * (x[i] + offset)), 0, kTop);
        const float gap = fit.scale * static_cast<float>(level) - fit.min - x[i];
        levels.level[static_cast<std::size_t>(i)] = level;
        levels.error += weights[i] * gap * gap;
    }
    return levels;
}

// The scale and minimum that suit these levels best, by weighted least squares; a minimum above zero is none.
std::optional<Fit> fitOf(const float* x, const float* weights, const Levels& levels) {
    float w = 0, wx = 0, wl = 0, wll = 0, wxl = 0;
    for (int i = 0; i < kPart; ++i) {
        const auto level = static_cast<float>(levels.level[static_cast<std::size_t>(i)]);
        w += weights[i];
        wx += weights[i] * x[i];
        wl += weights[i] * level;
        wll += weights[i] * level * level;
        wxl += weights[i] * level * x[i];
    }
    const float determinant = w * wll - wl * wl;
    if (determinant <= 0) return std::nullopt;
    const float min = (wll * wx - wl * wxl) / determinant;
    if (min > 0) return Fit{wxl / wll, 0};
    return Fit{(w * wxl - wx * wl) / determinant, -min};
}

// Tries inverse scales around the range of the values and keeps the one with the smallest weighted error.
Fit bestFit(const float* x) {
    std::array<float, kPart> weights{};
    float squares = 0;
    for (int i = 0; i < kPart; ++i)
        squares += x[i] * x[i];
    for (int i = 0; i < kPart; ++i)
        weights[static_cast<std::size_t>(i)] = std::sqrt(squares / kPart) + std::abs(x[i]);
    const float low = std::min(0.0F, *std::min_element(x, x + kPart)), high = *std::max_element(x, x + kPart);
    if (high == low) return {0, -low};
    Fit best{(high - low) / kTop, -low};
    float error = levelsOf(x, weights.data(), kTop / (high - low), -low, best).error;
    for (int step = 0; step <= 20; ++step) {
        const float inverse = (kTop - 1 + 0.1F * static_cast<float>(step)) / (high - low);
        const auto fit = fitOf(x, weights.data(), levelsOf(x, weights.data(), inverse, -low, {}));
        if (!fit) continue;
        Levels levels = levelsOf(x, weights.data(), inverse, -low, *fit);
        if (levels.error >= error) continue;
        error = levels.error;
        best = *fit;
    }
    return best;
}

void pack(const float* x, ggml::Q4_K& block) {
    std::array<Fit, 8> fits{};
    float largestScale = 0, largestMin = 0;
    for (std::size_t part = 0; part < 8; ++part) {
        fits[part] = bestFit(x + part * kPart);
        largestScale = std::max(largestScale, fits[part].scale);
        largestMin = std::max(largestMin, fits[part].min);
    }
    const auto sixBits = [](float value, float largest) {
        return static_cast<std::uint8_t>(largest > 0 ? std::clamp(nearest(63 / largest * value), 0, 63) : 0);
    };
    std::array<ggml::ScaleAndMin, 8> scales{};
    for (std::size_t part = 0; part < 8; ++part)
        scales[part] = {sixBits(fits[part].scale, largestScale), sixBits(fits[part].min, largestMin)};
    ggml::packScales(scales, block.scales);
    block.d = largestScale / 63;
    block.dmin = largestMin / 63;
    const auto level = [&](std::size_t n) {
        const float d = static_cast<float>(block.d) * scales[n / kPart].scale;
        const float min = static_cast<float>(block.dmin) * scales[n / kPart].min;
        return d == 0 ? 0 : std::clamp(nearest((x[n] + min) / d), 0, kTop);
    };
    for (std::size_t chunk = 0; chunk < 4; ++chunk)
        for (std::size_t i = 0; i < 32; ++i)
            block.qs[chunk * 32 + i] = packed(level(chunk * 64 + i), level(chunk * 64 + 32 + i));
}

// Of 16 values the scale of levels -32 .. 31 that suits them best, weighing each by its square.
float bestScale(const float* x) {
    constexpr float kVanishing = 1e-15F;
    const float largest = extreme(x, 16);
    if (std::abs(largest) < kVanishing) return 0;
    float best = 0, scale = 0;
    const auto attempt = [&](float inverse) {
        float wxl = 0, wll = 0;
        for (int i = 0; i < 16; ++i) {
            const auto level = static_cast<float>(std::clamp(nearest(inverse * x[i]), -32, 31));
            wxl += x[i] * x[i] * x[i] * level;
            wll += x[i] * x[i] * level * level;
        }
        if (wll <= 0 || wxl * wxl <= best * wll) return;
        scale = wxl / wll;
        best = scale * wxl;
    };
    attempt(-32 / largest);
    for (int step = -9; step <= 9; ++step)
        if (step != 0) attempt(-(32 + 0.1F * static_cast<float>(step)) / largest);
    return scale;
}

void pack(const float* x, ggml::Q6_K& block) {
    std::array<float, 16> scales{};
    for (std::size_t part = 0; part < 16; ++part)
        scales[part] = bestScale(x + part * 16);
    const float largest = extreme(scales.data(), 16);
    block = {};
    if (largest == 0) return;
    const float inverse = -128 / largest;
    block.d = 1 / inverse;
    for (std::size_t part = 0; part < 16; ++part)
        block.scales[part] = static_cast<std::int8_t>(std::min(127, nearest(inverse * scales[part])));
    for (std::size_t n = 0; n < 256; ++n) {
        const float d = static_cast<float>(block.d) * block.scales[n / 16];
        const int level = d == 0 ? 32 : std::clamp(nearest(x[n] / d), -32, 31) + 32;
        const std::size_t half = n / 128, quarter = n % 128 / 32, j = n % 32;
        block.ql[half * 64 + quarter % 2 * 32 + j] |= static_cast<std::uint8_t>((level & 15) << (quarter < 2 ? 0 : 4));
        block.qh[half * 32 + j] |= static_cast<std::uint8_t>(level >> 4 << (2 * quarter));
    }
}

template <class Block>
void packAll(const GgmlType& type, const float* values, std::byte* blocks, std::int64_t count) {
    at::parallel_for(0, count, 64, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i) {
            Block block;
            pack(values + i * type.blockValues, block);
            std::memcpy(blocks + i * type.blockBytes, &block, sizeof block);
        }
    });
}

struct Packing {
    std::string_view name;
    void (*run)(const GgmlType& type, const float* values, std::byte* blocks, std::int64_t count);
};
constexpr Packing kPackings[] = {{"Q8_0", packAll<ggml::Q8_0>},
                                 {"Q5_0", packAll<ggml::Q5_0>},
                                 {"Q4_K", packAll<ggml::Q4_K>},
                                 {"Q6_K", packAll<ggml::Q6_K>}};

} // namespace

void quantize(const GgmlType& type, std::span<const float> values, std::span<std::byte> blocks) {
    for (const Packing& each : kPackings)
        if (each.name == type.name)
            return each.run(type, values.data(), blocks.data(), std::ssize(values) / type.blockValues);
    throw Error{ErrorKind::Internal, std::string("Blocks of ") + type.name + " are not written."};
}

} // namespace fettle
