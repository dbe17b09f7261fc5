#pragma once

#include "core/model/blocks/pass.h"

namespace fettle {

// Gate and up (two Linears, or one whose result is [gate | up]), or up alone, then down (arXiv:2002.05202).
class Mlp {
public:
    Mlp(const MlpSpec& spec, std::vector<Linear> in, Linear down);

    [[nodiscard]] at::Tensor forward(const at::Tensor& x_ND, const Pass& pass) const;

private:
    ops::Activation m_activation;
    bool m_isGated;
    std::vector<Linear> m_in;
    Linear m_down;
};

} // namespace fettle
