#include "core/config/quantization.h"

namespace fettle {

namespace {

constexpr std::int64_t kScaled = 64, kNested = 256; // elements of NF4 that share a scale, scales that share theirs
constexpr std::int64_t kScaleBytes = 4;

std::int64_t parts(std::int64_t whole, std::int64_t size) {
    return (whole + size - 1) / size;
}

std::int64_t bytesOf(const NoQuantization&, std::int64_t, std::int64_t) {
    return 0;
}

std::int64_t bytesOf(const Int8Quantization&, std::int64_t rows, std::int64_t columns) {
    return rows * columns + kScaleBytes * rows;
}

std::int64_t bytesOf(const Nf4Quantization& nf4, std::int64_t rows, std::int64_t columns) {
    const std::int64_t scales = parts(rows * columns, kScaled);
    const std::int64_t codes = scales * kScaled / 2;
    return codes + (nf4.doubleQuant ? scales + kScaleBytes * (parts(scales, kNested) + 1) : kScaleBytes * scales);
}

} // namespace

std::uint64_t quantizedBytes(const QuantizationConfig& config, std::int64_t rows, std::int64_t columns) {
    return static_cast<std::uint64_t>(std::visit([&](const auto& own) { return bytesOf(own, rows, columns); }, config));
}

} // namespace fettle
