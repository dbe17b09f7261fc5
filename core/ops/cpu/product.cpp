#include "core/ops/cpu/product.h"

#include "core/ops/aten/aten.h"

#include <ATen/core/dispatch/Dispatcher.h>

namespace fettle::ops::cpu {

namespace {

// oneDNN makes code for each new shape, in about a millisecond: a product must be worth it.
constexpr std::int64_t kWorthMultiplications = 1 << 26;

bool isFasterInOneDnn(const at::Tensor& a_MK, const at::Tensor& b_KN) {
    static const bool isAmd = __builtin_cpu_is("amd") != 0;
    return isAmd && a_MK.scalar_type() == at::kFloat && a_MK.numel() * b_KN.size(1) >= kWorthMultiplications;
}

// x w^T + bias in oneDNN, of plain tensors: ATen offers it by this name only.
at::Tensor oneDnnLinear(const at::Tensor& x_MK, const at::Tensor& w_NK, const at::Tensor& bias_N) {
    using Scalars = c10::List<std::optional<at::Scalar>>;
    using Linear = at::Tensor(const at::Tensor&, const at::Tensor&, const std::optional<at::Tensor>&, std::string_view,
                              Scalars, std::optional<std::string_view>);
    static const auto linear =
        c10::Dispatcher::singleton().findSchemaOrThrow("mkldnn::_linear_pointwise", "").typed<Linear>();
    return linear.call(x_MK, w_NK, bias_N.defined() ? std::optional(bias_N) : std::nullopt, "none", Scalars(), "");
}

} // namespace

at::Tensor product(const at::Tensor& a_MK, const at::Tensor& b_KN, const at::Tensor& bias_N) {
    if (isFasterInOneDnn(a_MK, b_KN)) return oneDnnLinear(a_MK, b_KN.t(), bias_N);
    return aten::product(a_MK, b_KN, bias_N);
}

} // namespace fettle::ops::cpu
