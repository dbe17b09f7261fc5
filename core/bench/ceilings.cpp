#include "core/bench/ceilings.h"

#include "core/bench/timer.h"
#include "core/device/device.h"

namespace fettle {

Ceilings measureCeilings(const at::Device& device, at::ScalarType compute) {
    const at::NoGradGuard noGrad;
    const std::int64_t side = device.is_cpu() ? 1024 : 8192;
    const auto options = at::TensorOptions(compute).device(device);
    const at::Tensor a = at::randn({side, side}, at::TensorOptions(device)).to(compute);
    const at::Tensor b = at::randn({side, side}, at::TensorOptions(device)).to(compute);
    at::Tensor product = at::empty({side, side}, options);
    const double productSeconds = medianSeconds(5, device, [&] { at::mm_out(product, a, b); });

    const std::int64_t bytes = device.is_cpu() ? std::int64_t{256} << 20 : std::int64_t{4} << 30;
    const at::Tensor source = at::ones({bytes}, at::TensorOptions(at::kByte).device(device));
    at::Tensor target = at::empty_like(source);
    const double copySeconds = medianSeconds(5, device, [&] { target.copy_(source); });

    const auto edge = static_cast<double>(side);
    return {.productFlops = 2 * edge * edge * edge / productSeconds,
            .copyBandwidth = 2 * static_cast<double>(bytes) / copySeconds};
}

} // namespace fettle
