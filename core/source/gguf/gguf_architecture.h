#pragma once

#include "core/source/architecture.h"
#include "core/source/gguf/gguf_writer.h"

namespace fettle {

// A tensor that stands for keys of config.json.
struct GgufVector {
    std::string name;
    std::vector<float> values;
};

// general.architecture and all keys of the model itself: sizes, heads, norm, ropes, windows, caps. Error{BadModel} for
// a context extension that llama.cpp does not have.
[[nodiscard]] GgufFields architectureFields(const Architecture& architecture);
// Divisors of the rotary frequencies: rope_freqs (llama3), rope_factors_short and rope_factors_long (longrope).
[[nodiscard]] std::vector<GgufVector> ropeVectors(const Architecture& architecture);

// config.json of the model in a file, as transformers would have it. Error{BadModel} naming a family that is not built,
// or divisors that no kind of rope explains; Error{BadFile} for a key of another type.
[[nodiscard]] Json configOfGguf(const GgufHeader& header);

} // namespace fettle
