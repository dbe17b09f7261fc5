#pragma once

#include "core/source/gguf/gguf_tensors.h"

#include <string>

namespace fettle {

// Which type a tensor "blk.0.attn_v.weight" of that shape gets in a file of that kind. As llama.cpp's
// src/llama-quant.cpp chooses; but a fused projection of q4_k_m gets Q6_K for Q5_K, and rows that are no whole blocks
// of 256 fall back to Q8_0 or Q5_0, those that are no whole blocks of 32 to F16.
[[nodiscard]] const GgmlType& ggufTypeOf(const std::string& tensor, const std::vector<std::int64_t>& shape,
                                         const std::string& kind, const Architecture& architecture);
// general.file_type.
[[nodiscard]] std::uint32_t ggufFileType(const std::string& kind);

} // namespace fettle
