#pragma once

#include "core/source/architecture.h"
#include "core/source/safetensors.h"

#include <string>

namespace fettle {

// Names of the two matrices that a tied head makes one; both empty where the architecture does not tie them.
struct TiedPair {
    std::string embedding, head;
};
[[nodiscard]] TiedPair tiedPairOf(const Architecture& architecture);

// Whether the files agree that these two are one: a head of its own that differs counts, whatever config.json says;
// equal copies, or only one of the two, are a tie (transformers modeling_utils.py, tie_weights). Reads both matrices
// where both are stored.
[[nodiscard]] bool isHeadTied(const TensorTable& table, const std::string& embedding, const std::string& head);

} // namespace fettle
