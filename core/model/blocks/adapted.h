#pragma once

#include "core/model/causal_lm.h"
#include "core/model/linear.h"
#include "core/ops/linears.h"

#include <vector>

namespace fettle {

// From `base` (strength 0) to `own` (1), exactly so at both ends. Rows [N, ...], strengths [N] or longer.
[[nodiscard]] at::Tensor blendedRows(const at::Tensor& base, const at::Tensor& own, const at::Tensor& strength_N);

// Rows [N, ...] of a module's result where adapters may have one of their own instead: `find` gives that of an
// adapter's slots, or null; `run` the result by it, or by the base's for null. strengths_N as of Adapted; longer than
// the rows are many where the adapters have rows of their own behind them.
template <class Find, class Run>
at::Tensor replacedRows(const AdapterSet& adapters, const std::vector<at::Tensor>& strengths_N, const Find& find,
                        const Run& run) {
    at::Tensor rows;
    for (std::size_t i = 0; i < adapters.size(); ++i) {
        const auto* own = find(*adapters[i].slots);
        if (own == nullptr) continue;
        const at::Tensor replaced = run(own);
        rows = strengths_N[i].defined() ? blendedRows(rows.defined() ? rows : run(nullptr), replaced, strengths_N[i])
                                        : replaced;
    }
    return rows.defined() ? rows : run(nullptr);
}

// Linear modules and layers as one call sees them: with its adapters. Strengths per row are made once per call.
class Adapted {
public:
    // `strengths_N` of each adapter of the call, [N] fp32; undefined: 1 everywhere.
    Adapted(const Call& call, std::vector<at::Tensor> strengths_N);

    // All projections that share the input: one result [N, out] per Linear.
    [[nodiscard]] std::vector<at::Tensor> linears(const at::Tensor& x_ND, const std::vector<Linear>& linears) const;
    [[nodiscard]] at::Tensor linear(const at::Tensor& x_ND, const Linear& linear) const;
    // replacedRows of this call.
    template <class Find, class Run>
    [[nodiscard]] at::Tensor replaced(const Find& find, const Run& run) const {
        return replacedRows(m_adapters, m_strengths_N, find, run);
    }
    // `result` of a block with the bottlenecks of one place added, each fed with `input`.
    using Place = std::optional<BottleneckSlot> LayerSlots::*;
    [[nodiscard]] at::Tensor bottlenecks(Place place, std::size_t layer, const at::Tensor& input_ND,
                                         at::Tensor result_ND) const;

private:
    [[nodiscard]] const LinearSlot* slot(std::size_t adapter, const Linear& linear) const;
    [[nodiscard]] ops::LinearTerm term(const Linear& linear, const ops::LinearWeight& weight) const;
    // Of a Linear whose input or matrix is its own.
    [[nodiscard]] at::Tensor alone(const at::Tensor& x_ND, const Linear& linear) const;
    [[nodiscard]] at::Tensor scaled(at::Tensor x, const Linear& linear, at::Tensor LinearSlot::*factors) const;
    [[nodiscard]] at::Tensor withMagnitudes(const at::Tensor& x_ND, at::Tensor y_NO, const Linear& linear) const;
    [[nodiscard]] bool isAlone(const Linear& linear) const;

    AdapterSet m_adapters;
    std::vector<at::Tensor> m_strengths_N;
    ops::LinearContext m_context;
};

} // namespace fettle
