#include "core/model/blocks/residual_dropout.h"

#include <torch/csrc/autograd/custom_function.h>

namespace fettle {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct Dropped : torch::autograd::Function<Dropped> {
    static at::Tensor forward(AutogradContext* ctx, const at::Tensor& x_ND, double p, const ops::DropoutKey& key,
                              std::int64_t module) {
        ctx->saved_data["p"] = p;
        ctx->saved_data["seed"] = static_cast<std::int64_t>(key.seed);
        ctx->saved_data["step"] = static_cast<std::int64_t>(key.step);
        ctx->saved_data["microBatch"] = static_cast<std::int64_t>(key.microBatch);
        ctx->saved_data["module"] = module;
        return ops::dropout(x_ND, p, key, static_cast<std::uint32_t>(module));
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const auto saved = [ctx](const char* name) { return ctx->saved_data[name].toInt(); };
        const ops::DropoutKey key{.seed = static_cast<std::uint64_t>(saved("seed")),
                                  .step = static_cast<std::uint64_t>(saved("step")),
                                  .microBatch = static_cast<std::uint32_t>(saved("microBatch"))};
        const double p = ctx->saved_data["p"].toDouble();
        return {ops::dropout(gradients[0], p, key, static_cast<std::uint32_t>(saved("module"))), {}, {}, {}};
    }
};

// Linear modules count from 0; these places come after any of them, below NEFTune's.
constexpr std::int64_t kFirstPlace = 0x80000000;

} // namespace

at::Tensor ResidualDropout::apply(const at::Tensor& x_ND, Place place, std::size_t layer) const {
    if (m_p <= 0) return x_ND;
    const std::int64_t offset = place == Place::Embedding ? 0 : 1 + 2 * static_cast<std::int64_t>(layer);
    return Dropped::apply(x_ND, m_p, m_key, kFirstPlace + offset + (place == Place::Mlp ? 1 : 0));
}

} // namespace fettle
