#pragma once

#include "core/model/blocks/adapted.h"
#include "core/model/weight_path.h"
#include "core/ops/norm.h"

#include <optional>

namespace fettle {

// One norm of a model, of the kind that its architecture has.
class Norm {
public:
    Norm(const Architecture& architecture, const WeightPath& at);

    // The residual stream x + delta (delta may be undefined) and its normed rows: the addition is fused with the norm.
    [[nodiscard]] ops::Normed forward(const at::Tensor& x_ND, const at::Tensor& delta_ND, const Adapted& adapted) const;
    // Rows of the last dimension of any tensor [N, ...].
    [[nodiscard]] at::Tensor forward(const at::Tensor& x, const Adapted& adapted) const;
    [[nodiscard]] std::int64_t width() const { return m_own.weight.size(0); }

private:
    [[nodiscard]] ops::Normed run(const NormSlot& weights, const at::Tensor& x_ND, const at::Tensor& delta_ND) const;
    // The adapter's weights instead of this norm's, if it has some.
    [[nodiscard]] const NormSlot* find(const Slots& slots) const;

    NormKind m_kind;
    double m_eps;
    std::size_t m_index;
    NormSlot m_own;
};

// Queries' or keys' norm of a family that may have one.
[[nodiscard]] std::optional<Norm> normIf(bool isThere, const Architecture& architecture, const WeightPath& at);

} // namespace fettle
