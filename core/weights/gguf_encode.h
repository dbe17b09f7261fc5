#pragma once

#include "core/source/gguf/ggml_type.h"

#include <ATen/ATen.h>

#include <cstddef>
#include <vector>

namespace fettle {

// A tensor's values in that type, as a GGUF file keeps them: F32, F16, BF16, Q8_0, Q5_0, Q4_K, Q6_K; rounded to
// float32 first where they are wider. Error{NonFinite} for values that are no numbers, or too large for the type;
// Error{Internal} for rows that are no whole blocks.
[[nodiscard]] std::vector<std::byte> encodedTensor(const GgmlType& type, const at::Tensor& tensor);

} // namespace fettle
