#pragma once

#include "core/ops/storage/storage.h"

#include <ATen/ATen.h>

#include <memory>
#include <string>

namespace fettle::ops {

// The matrix of a Linear module behind one face, so that how it is stored never reaches a model file.
class LinearWeight {
public:
    LinearWeight() = default;
    // weight [out, in], bias [out] or undefined. A leaf that requires grad is trained; everything else is frozen.
    explicit LinearWeight(at::Tensor weight, at::Tensor bias = {});
    // weight [in, out] as transformers' Conv1D keeps it; a trained leaf and its gradient stay so.
    [[nodiscard]] static LinearWeight transposed(at::Tensor weight_IO, at::Tensor bias = {});

    // The same matrix quantised (storage/storage.h), frozen. Bias as it is.
    [[nodiscard]] LinearWeight quantized(const Quantization& how) const;

    [[nodiscard]] std::int64_t outFeatures() const { return storage().outFeatures(); }
    [[nodiscard]] std::int64_t inFeatures() const { return storage().inFeatures(); }
    [[nodiscard]] bool isTrainable() const { return weight().requires_grad(); }
    // As stored: the leaf of a trained weight.
    [[nodiscard]] const at::Tensor& weight() const { return storage().leaf(); }
    [[nodiscard]] const at::Tensor& bias() const { return m_state->bias; }
    // [out, in] in the type that products run in, detached; a cast is made once per generation of the weight
    // (weight_generation.h), the values of a quantised one at each call.
    [[nodiscard]] at::Tensor dense(at::ScalarType compute) const { return storage().dense(compute); }
    [[nodiscard]] Storage& storage() const { return *m_state->storage; }

private:
    struct State {
        std::unique_ptr<Storage> storage;
        at::Tensor bias;
    };
    LinearWeight(std::unique_ptr<Storage> storage, at::Tensor bias);

    std::shared_ptr<State> m_state;
};

} // namespace fettle::ops
