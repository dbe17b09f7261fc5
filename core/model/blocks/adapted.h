#pragma once

#include "core/model/causal_lm.h"
#include "core/model/linear.h"
#include "core/ops/linears.h"

#include <vector>

namespace fettle {

// Linear modules and layers as one call sees them: with its adapters. Strengths per row are made once per call.
class Adapted {
public:
    // `strengths_N` of each adapter of the call, [N] fp32; undefined: 1 everywhere.
    Adapted(const Call& call, std::vector<at::Tensor> strengths_N);

    // All projections that share the input: one result [N, out] per Linear.
    [[nodiscard]] std::vector<at::Tensor> linears(const at::Tensor& x_ND, const std::vector<Linear>& linears) const;
    [[nodiscard]] at::Tensor linear(const at::Tensor& x_ND, const Linear& linear) const;
    // `result` of a block with the bottlenecks of one place added, each fed with `input`.
    using Place = std::optional<BottleneckSlot> LayerSlots::*;
    [[nodiscard]] at::Tensor bottlenecks(Place place, std::size_t layer, const at::Tensor& input_ND,
                                         at::Tensor result_ND) const;

private:
    [[nodiscard]] const LinearSlot* slot(std::size_t adapter, const Linear& linear) const;
    [[nodiscard]] ops::LinearTerm term(const Linear& linear) const;
    [[nodiscard]] at::Tensor scaled(at::Tensor x, const Linear& linear, at::Tensor LinearSlot::*factors) const;
    [[nodiscard]] at::Tensor withMagnitudes(const at::Tensor& x_ND, at::Tensor y_NO, const Linear& linear) const;
    [[nodiscard]] bool isScaledIn(const Linear& linear) const;

    AdapterSet m_adapters;
    std::vector<at::Tensor> m_strengths_N;
    ops::LinearContext m_context;
};

} // namespace fettle
