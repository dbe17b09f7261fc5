#include "core/ops/aten/aten.h"

namespace fettle::ops::aten {

// The factor stays on the device, and multiplies even where it is 1: to know that would be to wait.
void clipGradients(const std::vector<at::Tensor>& gradients, const at::Tensor& norm, double most) {
    const at::Tensor factor = (norm + 1e-6).reciprocal_().mul_(most).clamp_max_(1);
    at::_foreach_mul_(gradients, factor);
}

} // namespace fettle::ops::aten
