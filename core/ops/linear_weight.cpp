#include "core/ops/linear_weight.h"

namespace fettle::ops {

LinearWeight::LinearWeight(std::unique_ptr<Storage> storage, at::Tensor bias)
    : m_state(std::make_shared<State>(State{std::move(storage), std::move(bias)})) {}

LinearWeight::LinearWeight(at::Tensor weight, at::Tensor bias)
    : LinearWeight(denseStorage(std::move(weight)), std::move(bias)) {}

LinearWeight LinearWeight::transposed(at::Tensor weight_IO, at::Tensor bias) {
    return {transposedStorage(std::move(weight_IO)), std::move(bias)};
}

LinearWeight LinearWeight::quantized(const Quantization& how) const {
    return {quantizedStorage(how, dense(weight().scalar_type())), bias()};
}

} // namespace fettle::ops
