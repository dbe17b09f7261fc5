#include "core/source/stored_dtype.h"

#include "core/source/gguf/ggml_type.h"

namespace fettle {

std::optional<std::string> floatingType(const std::string& storedType) {
    if (storedType == "BF16") return "bfloat16";
    if (storedType == "F16") return "float16";
    if (isReadQuantizedType(storedType)) return "bfloat16";
    if (storedType == "F32" || storedType == "F64" || storedType.starts_with("F8_")) return "float32";
    return std::nullopt;
}

std::optional<std::string> storedDtype(const TensorTable& table) {
    for (const auto& [name, location] : table)
        if (const auto type = floatingType(location.entry.dtype)) return type;
    return std::nullopt;
}

} // namespace fettle
