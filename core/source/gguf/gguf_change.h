#pragma once

#include <cstdint>

namespace fettle {

// How a tensor of a GGUF file differs from the model's own; the last two hold for a bias too.
struct GgufChange {
    bool addsOne = false;         // a norm's weight as the factor itself
    bool isTransposed = false;    // [out, in] there, [in, out] here
    std::int64_t turnedHeads = 0; // > 0: of each head, the two rows of a rotary pair are neighbours there, halves here
    std::int64_t groups = 0;      // > 0: rows [queries | keys | values] there, so many groups of them here,
    std::int64_t groupHeads = 0;  //      each with so many heads, the last two of which are its key and its value
    bool operator==(const GgufChange&) const = default;
};

// Of the bias of a module whose weight changes so.
[[nodiscard]] inline GgufChange changeOfBias(const GgufChange& weight) {
    return {.turnedHeads = weight.turnedHeads, .groups = weight.groups, .groupHeads = weight.groupHeads};
}

} // namespace fettle
