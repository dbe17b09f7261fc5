#pragma once

#include <ATen/ATen.h>

namespace fettle::ops {

enum class Activation { Silu };

// act(gate) * up, both [N, F]; computed in fp32, returned in the input's type. Saves only gate and up.
[[nodiscard]] at::Tensor gatedAct(const at::Tensor& gate_NF, const at::Tensor& up_NF, Activation activation);

} // namespace fettle::ops
