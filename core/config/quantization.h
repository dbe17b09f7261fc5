#pragma once

#include <cstdint>
#include <variant>

namespace fettle {

struct NoQuantization {
    bool operator==(const NoQuantization&) const = default;
};
// Rows of whole numbers of 8 bits, a scale each.
struct Int8Quantization {
    bool operator==(const Int8Quantization&) const = default;
};
// QLoRA's 4 bits (arXiv:2305.14314).
struct Nf4Quantization {
    bool doubleQuant = true; // the scales in 8 bits as well
    bool operator==(const Nf4Quantization&) const = default;
};

// How the Linear matrices of a frozen base are kept: "none", "int8", "nf4". Embeddings, norms and the output head stay.
using QuantizationConfig = std::variant<NoQuantization, Int8Quantization, Nf4Quantization>;

[[nodiscard]] inline bool isQuantized(const QuantizationConfig& config) {
    return !std::holds_alternative<NoQuantization>(config);
}
// Bytes of a matrix kept so, scales included; of NoQuantization 0.
[[nodiscard]] std::uint64_t quantizedBytes(const QuantizationConfig& config, std::int64_t rows, std::int64_t columns);

} // namespace fettle
