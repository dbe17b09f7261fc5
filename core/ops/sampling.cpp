#include "core/ops/sampling.h"

#include "core/ops/kernel_table.h"

namespace fettle::ops {

std::vector<Sampled> sampleTokens(const at::Tensor& logits_SV, const std::vector<SamplingRow>& rows) {
    TORCH_CHECK(logits_SV.dim() == 2 && logits_SV.size(0) == std::ssize(rows), "one row of settings a row of logits");
    const at::NoGradGuard noGrad;
    return kernelsFor(logits_SV).sampleTokens(logits_SV, rows);
}

} // namespace fettle::ops
