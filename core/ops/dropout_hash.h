#pragma once

#include "core/ops/dropout.h"

#include <cstdint>

namespace fettle::ops {

// One place of one micro-batch: the part of the key that all its elements share.
struct DropoutStream {
    std::uint32_t low = 0, high = 0;
};

[[nodiscard]] DropoutStream dropoutStream(const DropoutKey& key, std::uint32_t module);

// 32 evenly distributed bits per element: two rounds of C. Wellons' lowbias32 mixer.
[[nodiscard]] inline std::uint32_t mix32(std::uint32_t x) {
    x = (x ^ (x >> 16)) * 0x7feb352du;
    x = (x ^ (x >> 15)) * 0x846ca68bu;
    return x ^ (x >> 16);
}
[[nodiscard]] inline std::uint32_t elementHash(const DropoutStream& stream, std::uint32_t element) {
    return mix32(mix32(element ^ stream.low) + stream.high);
}

// True where an element is kept; the same bits on every device.
[[nodiscard]] at::Tensor dropoutMask(std::int64_t elements, double p, const DropoutKey& key, std::uint32_t module,
                                     const at::Device& device);

} // namespace fettle::ops
