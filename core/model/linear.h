#pragma once

#include "core/ops/linear_weight.h"

#include <cstddef>

namespace fettle {

// A Linear module of a model: its matrix, and the index that adapters know it by (CausalLM::linears()).
struct Linear {
    ops::LinearWeight weight;
    std::size_t index = 0;
};

} // namespace fettle
