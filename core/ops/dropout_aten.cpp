#include "core/ops/dropout_hash.h"

#include "core/base/split_mix.h"

#include <ATen/ATen.h>

namespace fettle::ops {

namespace {

constexpr std::int64_t kMask32 = 0xffffffff;

// Products of 32-bit numbers stay below 2^64; the sign of int64 does not matter once the low half is taken.
at::Tensor shifted(const at::Tensor& x, std::int64_t bits) {
    return x.bitwise_xor(x.bitwise_right_shift(bits));
}

at::Tensor mixed(at::Tensor x) {
    x = shifted(x, 16).mul_(std::int64_t{0x7feb352d}).bitwise_and_(kMask32);
    x = shifted(x, 15).mul_(std::int64_t{0x846ca68b}).bitwise_and_(kMask32);
    return shifted(x, 16);
}

} // namespace

DropoutStream dropoutStream(const DropoutKey& key, std::uint32_t module) {
    const std::uint64_t place = (std::uint64_t{key.microBatch} << 32) | module;
    const std::uint64_t x = splitMix64(splitMix64(splitMix64(key.seed) ^ key.step) ^ place);
    return {static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(x >> 32)};
}

at::Tensor keepMaskByTensors(std::int64_t elements, std::uint32_t threshold, const DropoutStream& stream,
                             const at::Device& device) {
    const at::Tensor index = at::arange(elements, at::TensorOptions(at::kLong).device(device)).bitwise_and_(kMask32);
    const at::Tensor first = mixed(index.bitwise_xor(static_cast<std::int64_t>(stream.low)));
    const at::Tensor second = mixed((first + static_cast<std::int64_t>(stream.high)).bitwise_and_(kMask32));
    return second.ge(static_cast<std::int64_t>(threshold));
}

} // namespace fettle::ops
