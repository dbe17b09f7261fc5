#include "core/ops/aten/aten.h"

namespace fettle::ops::aten {

at::Tensor rotary(const at::Tensor& x_NHd, const at::Tensor& cos_Nd, const at::Tensor& sin_Nd, double direction) {
    const std::int64_t half = cos_Nd.size(1);
    const at::Tensor cos = cos_Nd.to(x_NHd.scalar_type()).unsqueeze(1);
    const at::Tensor sin = sin_Nd.to(x_NHd.scalar_type()).unsqueeze(1);
    const at::Tensor first = x_NHd.narrow(-1, 0, half), second = x_NHd.narrow(-1, half, half);
    at::Tensor y = at::empty_like(x_NHd, at::MemoryFormat::Contiguous);
    y.narrow(-1, 0, half).copy_(first * cos).addcmul_(second, sin, -direction);
    y.narrow(-1, half, half).copy_(second * cos).addcmul_(first, sin, direction);
    if (const std::int64_t rest = x_NHd.size(-1) - 2 * half; rest > 0)
        y.narrow(-1, 2 * half, rest).copy_(x_NHd.narrow(-1, 2 * half, rest));
    return y;
}

} // namespace fettle::ops::aten
