#pragma once

#include "core/source/safetensors.h"

#include <optional>
#include <string>

namespace fettle {

// "float32", "bfloat16" or "float16" of a type as files spell it; nullopt for what is no such number. 8-bit floats are
// widened to float32 when they are read; of a GGUF file's quantized types, whose values have 8 bits at the most, those
// that are read become bfloat16.
[[nodiscard]] std::optional<std::string> floatingType(const std::string& storedType);

// What config.json leaves open where it names no dtype: that of the first floating tensor in the order of the names
// (transformers' dtype="auto", modeling_utils.get_state_dict_dtype). nullopt where none is floating.
[[nodiscard]] std::optional<std::string> storedDtype(const TensorTable& table);

} // namespace fettle
