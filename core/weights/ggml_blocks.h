#pragma once

#include "core/source/gguf/ggml_type.h"

#include <cstddef>
#include <span>

namespace fettle {

// Blocks of quantized values (ggml/src/ggml-common.h, ggml/src/ggml-quants.c), in float32.

// Every value of `blocks`, which are whole ones of `type`. Error{Internal} for a type that isReadQuantizedType() does
// not know.
void dequantize(const GgmlType& type, std::span<const std::byte> blocks, std::span<float> values);

// Q8_0 is bit-equal to gguf-py/gguf/quants.py; Q5_0, Q4_K and Q6_K are fitted as ggml's reference rows are. `values`
// are whole blocks. Error{Internal} for another type.
void quantize(const GgmlType& type, std::span<const float> values, std::span<std::byte> blocks);

} // namespace fettle
