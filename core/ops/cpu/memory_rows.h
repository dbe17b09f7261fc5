#pragma once

#include "core/ops/kernel_table.h"

namespace fettle::ops::cpu {

// As the entries of the table of kernels, by a loop over the memory.
[[nodiscard]] at::Tensor keepMask(std::int64_t elements, std::uint32_t threshold, const DropoutStream& stream,
                                  const at::Device& device);
void putRows(at::Tensor room, const at::Tensor& rows_N, const at::Tensor& added_N);

} // namespace fettle::ops::cpu
