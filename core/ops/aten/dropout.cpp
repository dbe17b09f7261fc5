#include "core/ops/aten/aten.h"

#include <algorithm>

namespace fettle::ops::aten {

namespace {

// 32 bits in int32 tensors, half the bytes of int64: products wrap, and the mask takes the copies of the sign away that
// a shift to the right brings.
void xorShifted(at::Tensor& x, int bits) {
    x.bitwise_xor_(x.bitwise_right_shift(bits).bitwise_and_((1 << (32 - bits)) - 1));
}

// mix32 of dropout_hash.h.
void mix(at::Tensor& x) {
    xorShifted(x, 16);
    x.mul_(static_cast<std::int32_t>(0x7feb352du));
    xorShifted(x, 15);
    x.mul_(static_cast<std::int32_t>(0x846ca68bu));
    xorShifted(x, 16);
}

constexpr std::int64_t kMost = std::int64_t{1} << 30; // elements that one range of int32 numbers

constexpr std::uint32_t kSign = 0x80000000u;

// elementHash less 2^31, so that what it is without a sign is in order with one.
at::Tensor signedHashes(std::int64_t begin, std::int64_t count, const DropoutStream& stream, const at::Device& device) {
    at::Tensor x = at::arange(count, at::TensorOptions(at::kInt).device(device));
    x.add_(static_cast<std::int32_t>(static_cast<std::uint32_t>(begin)));
    x.bitwise_xor_(static_cast<std::int32_t>(stream.low));
    mix(x);
    x.add_(static_cast<std::int32_t>(stream.high));
    mix(x);
    return x.bitwise_xor_(static_cast<std::int32_t>(kSign));
}

template <class Part>
at::Tensor inParts(std::int64_t elements, Part part) {
    std::vector<at::Tensor> parts;
    for (std::int64_t begin = 0; begin == 0 || begin < elements; begin += kMost)
        parts.push_back(part(begin, std::min(kMost, elements - begin)));
    return parts.size() == 1 ? parts.front() : at::cat(parts);
}

} // namespace

at::Tensor keepMask(std::int64_t elements, std::uint32_t threshold, const DropoutStream& stream,
                    const at::Device& device) {
    return inParts(elements, [&](std::int64_t begin, std::int64_t count) {
        return signedHashes(begin, count, stream, device).ge(static_cast<std::int32_t>(threshold ^ kSign));
    });
}

at::Tensor elementNoise(std::int64_t elements, const DropoutStream& stream, const at::Device& device) {
    return inParts(elements, [&](std::int64_t begin, std::int64_t count) {
        return signedHashes(begin, count, stream, device).to(at::kFloat).mul_(0x1p-31);
    });
}

} // namespace fettle::ops::aten
