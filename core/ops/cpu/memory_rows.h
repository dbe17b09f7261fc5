#pragma once

#include "core/ops/kernel_table.h"

namespace fettle::ops::cpu {

// As the entries of the table of kernels, by a loop over the memory.
[[nodiscard]] at::Tensor keepMask(std::int64_t elements, std::uint32_t threshold, const DropoutStream& stream,
                                  const at::Device& device);
void putRows(at::Tensor room, const at::Tensor& rows_N, const at::Tensor& added_N);

// A factor of 1 costs no pass over the gradients.
void clipGradients(const std::vector<at::Tensor>& gradients, const at::Tensor& norm, double most);

} // namespace fettle::ops::cpu
