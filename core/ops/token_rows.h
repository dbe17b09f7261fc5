#pragma once

#include <ATen/ATen.h>

namespace fettle::ops {

// Rows of some tokens in place of a matrix's own [V, D] (PEFT's trainable_token_indices). Undefined: none.
struct TokenRows {
    at::Tensor ids_K;   // int64, different ones
    at::Tensor rows_KD; // fp32

    [[nodiscard]] bool areDefined() const { return rows_KD.defined(); }
};

} // namespace fettle::ops
