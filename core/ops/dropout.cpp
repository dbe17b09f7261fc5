#include "core/ops/dropout.h"

#include "core/base/split_mix.h"
#include "core/ops/kernel_table.h"

namespace fettle::ops {

DropoutStream dropoutStream(const DropoutKey& key, std::uint32_t module) {
    const std::uint64_t place = (std::uint64_t{key.microBatch} << 32) | module;
    const std::uint64_t x = splitMix64(splitMix64(splitMix64(key.seed) ^ key.step) ^ place);
    return {static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(x >> 32)};
}

at::Tensor dropoutMask(std::int64_t elements, double p, const DropoutKey& key, std::uint32_t module,
                       const at::Device& device) {
    const auto threshold = static_cast<std::uint32_t>(p * 0x1p32);
    return kernelsFor(device).keepMask(elements, threshold, dropoutStream(key, module), device);
}

at::Tensor dropout(const at::Tensor& x_ND, double p, const DropoutKey& key, std::uint32_t module) {
    if (p <= 0) return x_ND;
    const at::NoGradGuard noGrad;
    const at::Tensor mask = dropoutMask(x_ND.numel(), p, key, module, x_ND.device()).view(x_ND.sizes());
    return (x_ND * mask).mul_(1 / (1 - p));
}

} // namespace fettle::ops
