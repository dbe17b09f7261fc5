#pragma once

#include "core/model/causal_lm.h"
#include "core/model/linear.h"
#include "core/ops/linears.h"

#include <initializer_list>

namespace fettle {

// The Linear modules as one call sees them: with its adapters beside them. Strengths per row are made once per call.
class AdaptedLinears {
public:
    explicit AdaptedLinears(const Call& call);

    // All projections that share the input: one result [N, out] per Linear.
    [[nodiscard]] std::vector<at::Tensor> operator()(const at::Tensor& x_ND,
                                                     std::initializer_list<Linear> linears) const;

private:
    [[nodiscard]] ops::LinearTerm term(const Linear& linear) const;

    AdapterSet m_adapters;
    std::vector<at::Tensor> m_strengths_N; // of each adapter; undefined: 1 everywhere
    ops::LinearContext m_context;
};

} // namespace fettle
