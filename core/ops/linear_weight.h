#pragma once

#include <ATen/ATen.h>

#include <memory>

namespace fettle::ops {

// The matrix of a Linear module behind one face, so that how it is stored never
// reaches a model file.
class LinearWeight {
public:
    LinearWeight() = default;
    // weight [out, in], bias [out] or undefined. A leaf that requires grad is
    // trained; everything else is frozen.
    explicit LinearWeight(at::Tensor weight, at::Tensor bias = {});

    // The same matrix in whole numbers of 8 bits with one factor a row (largest
    // magnitude / 127), for inference: half the bytes of bf16 to read. Bias as it
    // is.
    [[nodiscard]] LinearWeight quantizedInt8() const;

    [[nodiscard]] std::int64_t outFeatures() const;
    [[nodiscard]] std::int64_t inFeatures() const;
    [[nodiscard]] bool isTrainable() const;
    // As stored: the leaf of a trained weight.
    [[nodiscard]] const at::Tensor& weight() const;
    [[nodiscard]] const at::Tensor& bias() const;
    // [out] fp32 factors of the rows of an int8 weight; undefined for every
    // other.
    [[nodiscard]] const at::Tensor& factors() const;
    // The matrix in the type that products run in, detached; a cast is made once
    // per generation of the weight (weight_generation.h), of an int8 one at each
    // call.
    [[nodiscard]] at::Tensor dense(at::ScalarType compute) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace fettle::ops
