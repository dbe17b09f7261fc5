#include "core/ops/dropout.h"

#include "core/ops/dropout_hash.h"

#include <ATen/Parallel.h>

namespace fettle::ops {

namespace {

at::Tensor keepMaskOnCpu(std::int64_t elements, std::uint32_t threshold, const DropoutStream& stream) {
    at::Tensor mask = at::empty({elements}, at::kBool);
    bool* kept = mask.mutable_data_ptr<bool>();
    at::parallel_for(0, elements, 1 << 15, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i)
            kept[i] = elementHash(stream, static_cast<std::uint32_t>(i)) >= threshold;
    });
    return mask;
}

} // namespace

at::Tensor dropoutMask(std::int64_t elements, double p, const DropoutKey& key, std::uint32_t module,
                       const at::Device& device) {
    const auto threshold = static_cast<std::uint32_t>(p * 0x1p32);
    const DropoutStream stream = dropoutStream(key, module);
    return device.is_cpu() ? keepMaskOnCpu(elements, threshold, stream)
                           : keepMaskByTensors(elements, threshold, stream, device);
}

at::Tensor dropout(const at::Tensor& x_ND, double p, const DropoutKey& key, std::uint32_t module) {
    if (p <= 0) return x_ND;
    const at::NoGradGuard noGrad;
    const at::Tensor mask = dropoutMask(x_ND.numel(), p, key, module, x_ND.device()).view(x_ND.sizes());
    return (x_ND * mask).mul_(1 / (1 - p));
}

} // namespace fettle::ops
