#include "core/ops/aten/aten.h"

namespace fettle::ops::aten {

at::Tensor product(const at::Tensor& a_MK, const at::Tensor& b_KN, const at::Tensor& bias_N) {
    return bias_N.defined() ? at::addmm(bias_N, a_MK, b_KN) : at::mm(a_MK, b_KN);
}

} // namespace fettle::ops::aten
