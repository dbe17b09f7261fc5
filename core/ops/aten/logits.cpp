#include "core/ops/aten/aten.h"

namespace fettle::ops::aten {

namespace {

// sum_v p_v z_v; leaves the probabilities in `logits`. Row by row in place: a product of two [C, V] tensors would be
// one more buffer of that size.
at::Tensor expectation(at::Tensor& logits_CV, const at::Tensor& lse_C1) {
    at::Tensor result = at::empty({logits_CV.size(0)}, logits_CV.options());
    for (std::int64_t row = 0; row < logits_CV.size(0); ++row) {
        at::Tensor values = logits_CV[row];
        const at::Tensor probabilities = (values - lse_C1[row]).exp_();
        result[row].copy_(at::dot(probabilities, values));
        values.copy_(probabilities);
    }
    return result;
}

} // namespace

at::Tensor logitFigures(at::Tensor logits_CV, const at::Tensor& tokens_C1, bool wantsProbabilities,
                        LogitFigures figures) {
    at::Tensor values = logits_CV.to(at::kFloat);
    figures.meanLogit_C.copy_(values.mean(1));
    const at::Tensor picked = values.gather(1, tokens_C1);
    figures.hit_C.copy_(picked.eq(values.amax(1, true)).squeeze(1));
    const at::Tensor lse = values.logsumexp(1, true);
    figures.logProb_C.copy_((picked - lse).squeeze(1));
    figures.entropy_C.copy_(lse.squeeze(1) - expectation(values, lse));
    return wantsProbabilities ? values.to(logits_CV.scalar_type()) : at::Tensor();
}

at::Tensor logitGradient(at::Tensor logits_CV, const at::Tensor& tokens_C1, const at::Tensor& g_C1) {
    at::Tensor values = logits_CV.to(at::kFloat);
    at::softmax_out(values, values, 1);
    values.mul_(g_C1).neg_().scatter_add_(1, tokens_C1, g_C1);
    return values.to(logits_CV.scalar_type());
}

} // namespace fettle::ops::aten
