#pragma once

#include "core/ops/selftest.h"

#include <functional>

namespace fettle::ops {

using TensorList = std::vector<at::Tensor>;

// An operation and its oracle as functions of the same inputs.
struct OpCase {
    std::string name;
    TensorList activations; // rounded to the compute type before both see them
    TensorList masters;     // parameters: fp32 leaves
    std::function<TensorList(const TensorList& activations, const TensorList& masters, at::ScalarType compute)>
        operation;
    std::function<TensorList(const TensorList& activations, const TensorList& masters)> oracle;
};

// All cases, inputs drawn from a fixed seed. Shared by selftest and the tests.
[[nodiscard]] std::vector<OpCase> opCases(const at::Device& device);

// Compares outputs, and the gradients of a random weighted sum of them.
[[nodiscard]] SelftestResult runCase(const OpCase& opCase, const at::Device& device, at::ScalarType compute);

} // namespace fettle::ops
