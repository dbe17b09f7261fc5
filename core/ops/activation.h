#pragma once

#include <ATen/ATen.h>

#include <string>

namespace fettle::ops {

enum class Activation { Silu, Gelu, GeluTanh, Relu }; // Gelu by erf (arXiv:1606.08415), GeluTanh by its tanh form

// "silu", "gelu", "gelu_tanh", "relu". Error{BadModel} for another name.
[[nodiscard]] Activation activationNamed(const std::string& name);

// act(x) of any shape; computed in fp32, returned in the input's type. Saves only x.
[[nodiscard]] at::Tensor act(const at::Tensor& x, Activation activation);

// act(gate) * up, both [N, F]; computed in fp32, returned in the input's type. Saves only gate and up.
[[nodiscard]] at::Tensor gatedAct(const at::Tensor& gate_NF, const at::Tensor& up_NF, Activation activation);

} // namespace fettle::ops
