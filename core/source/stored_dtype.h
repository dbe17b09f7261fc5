#pragma once

#include "core/source/safetensors.h"

#include <optional>
#include <string>

namespace fettle {

// "float32", "bfloat16" or "float16" of a safetensors type; nullopt for what is no such number. 8-bit floats are
// widened to float32 when they are read.
[[nodiscard]] std::optional<std::string> floatingType(const std::string& storedType);

// What config.json leaves open where it names no dtype: that of the first floating tensor in the order of the names
// (transformers' dtype="auto", modeling_utils.get_state_dict_dtype). nullopt where none is floating.
[[nodiscard]] std::optional<std::string> storedDtype(const TensorTable& table);

} // namespace fettle
