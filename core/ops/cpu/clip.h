#pragma once

#include <ATen/ATen.h>

#include <vector>

namespace fettle::ops::cpu {

// As the entry of the table of kernels. A factor of 1 costs no pass over the gradients.
void clipGradients(const std::vector<at::Tensor>& gradients, const at::Tensor& norm, double most);

} // namespace fettle::ops::cpu
