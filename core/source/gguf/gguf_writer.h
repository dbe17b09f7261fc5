#pragma once

#include "core/source/gguf/gguf_header.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fettle {

using GgufValue =
    std::variant<std::uint32_t, std::int32_t, float, bool, std::string, std::vector<std::string>, std::vector<float>,
                 std::vector<std::int32_t>, std::vector<std::uint8_t>, std::vector<bool>>;
// In the order in which they are written.
using GgufFields = std::vector<std::pair<std::string, GgufValue>>;

// A tensor that will be written: its shape slowest dimension first.
struct GgufOutline {
    std::string name;
    const GgmlType* type = nullptr;
    std::vector<std::int64_t> shape;
};

inline constexpr std::uint64_t kGgufAlignment = 32;

// Bytes of its data, without padding. Error{Internal} for rows that are no whole blocks.
[[nodiscard]] std::uint64_t dataBytes(const GgufOutline& tensor);
// How many zeros follow so many bytes of data.
[[nodiscard]] std::uint64_t ggufPadding(std::uint64_t bytes);

// A file of version 3 up to its data section, padding included; the tensors' data follow in the same order, each padded
// to kGgufAlignment.
[[nodiscard]] std::string ggufHead(const GgufFields& fields, const std::vector<GgufOutline>& tensors);

} // namespace fettle
