#include "core/ops/cpu/clip.h"

namespace fettle::ops::cpu {

void clipGradients(const std::vector<at::Tensor>& gradients, const at::Tensor& norm, double most) {
    const double factor = most / (norm.item<double>() + 1e-6);
    if (!(factor >= 1)) at::_foreach_mul_(gradients, factor);
}

} // namespace fettle::ops::cpu
