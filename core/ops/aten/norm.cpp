#include "core/ops/aten/aten.h"

namespace fettle::ops::aten {

NormedRows addRmsNorm(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D, double eps,
                      double offset) {
    const at::Tensor sum = delta_ND.defined() ? x_ND + delta_ND : x_ND;
    const at::Tensor wide = sum.to(at::kFloat);
    const at::Tensor rstd_N1 = wide.square().mean(-1, true).add_(eps).rsqrt_();
    const at::Tensor xhat = wide * rstd_N1;
    const at::Tensor normed = offset == 0 ? xhat.to(sum.scalar_type()).mul_(weight_D.to(sum.scalar_type()))
                                          : (xhat * (weight_D.to(at::kFloat) + offset)).to(sum.scalar_type());
    return {sum, normed, rstd_N1.squeeze(1)};
}

// With xhat = x / rms: dx = (dn - xhat * mean(dn * xhat)) / rms, dn = dy * w.
NormGradients rmsNormBackward(const at::Tensor& dnormed_ND, const at::Tensor& dsum_ND, const at::Tensor& sum_ND,
                              const at::Tensor& weight_D, const at::Tensor& rstd_N, double offset, bool wantsWeight) {
    const at::Tensor rstd_N1 = rstd_N.unsqueeze(1);
    const at::Tensor xhat = sum_ND.to(at::kFloat) * rstd_N1;
    const at::Tensor dy = dnormed_ND.to(at::kFloat);
    const at::Tensor dn = dy * (weight_D.to(at::kFloat) + offset);
    at::Tensor dx = dn.sub(xhat * (dn * xhat).mean(-1, true)).mul_(rstd_N1);
    if (dsum_ND.defined()) dx.add_(dsum_ND);
    return {dx.to(sum_ND.scalar_type()), wantsWeight ? (dy * xhat).sum(0) : at::Tensor()};
}

} // namespace fettle::ops::aten
