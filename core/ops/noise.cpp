#include "core/ops/noise.h"

#include "core/ops/kernel_table.h"

namespace fettle::ops {

at::Tensor uniformNoise(std::int64_t elements, const DropoutKey& key, std::uint32_t module, const at::Device& device) {
    const at::NoGradGuard noGrad;
    return kernelsFor(device).elementNoise(elements, dropoutStream(key, module), device);
}

} // namespace fettle::ops
