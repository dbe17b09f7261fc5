#pragma once

#include <ATen/ATen.h>

#include <functional>
#include <vector>

namespace fettle::ops {

using TensorFunction = std::function<std::vector<at::Tensor>(const std::vector<at::Tensor>&)>;

// Runs `function` without keeping what it computes, and once more in backward (arXiv:1604.06174). Every differentiable
// intermediate comes in through `inputs`, some of which may be undefined; the function may capture leaves, whose
// gradients then accumulate directly. Exact as long as the function is a function: no state, no drawn random numbers.
[[nodiscard]] std::vector<at::Tensor> checkpoint(const TensorFunction& function, const std::vector<at::Tensor>& inputs);

} // namespace fettle::ops
