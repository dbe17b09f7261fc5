#pragma once

#include "core/model/weight_path.h"
#include "core/ops/norm.h"

#include <optional>

namespace fettle {

// One norm of a model, of the kind that its architecture has.
class Norm {
public:
    Norm(const Architecture& architecture, const WeightPath& at);

    // The residual stream x + delta (delta may be undefined) and its normed rows: the addition is fused with the norm.
    [[nodiscard]] ops::Normed forward(const at::Tensor& x_ND, const at::Tensor& delta_ND) const;
    // Rows of the last dimension of any tensor.
    [[nodiscard]] at::Tensor forward(const at::Tensor& x) const;
    [[nodiscard]] std::int64_t width() const { return m_weight_D.size(0); }

private:
    NormKind m_kind;
    double m_eps;
    at::Tensor m_weight_D, m_bias_D;
};

// Queries' or keys' norm of a family that may have one.
[[nodiscard]] std::optional<Norm> normIf(bool isThere, const Architecture& architecture, const WeightPath& at);

} // namespace fettle
