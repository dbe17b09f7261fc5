#pragma once

#include <cstdint>
#include <string>

namespace fettle {

// How the values of a tensor lie in a GGUF file: in blocks of so many values and bytes along the fastest dimension
// (ggml/include/ggml.h, ggml_type; gguf-py/gguf/constants.py, GGML_QUANT_SIZES). 32-bit and shorter plain numbers are
// blocks of one value.
struct GgmlType {
    std::uint32_t id;
    const char* name; // "F16", "Q4_K"
    std::int64_t blockValues;
    std::int64_t blockBytes;
};

// nullptr for a number that is no type's.
[[nodiscard]] const GgmlType* ggmlType(std::uint32_t id);
// Error{Internal} for a name that is none's.
[[nodiscard]] const GgmlType& ggmlTypeNamed(const std::string& name);
// Whether the name is that of a type whose values share a scale, and whether core/weights reads it.
[[nodiscard]] bool isQuantizedType(const std::string& name);
[[nodiscard]] bool isReadQuantizedType(const std::string& name);

} // namespace fettle
