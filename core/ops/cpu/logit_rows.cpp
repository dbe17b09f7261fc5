#include "core/ops/cpu/logit_rows.h"

#include "core/ops/aten/aten.h"

#include <cmath>

namespace fettle::ops::cpu {

namespace {

// work(loops, logits of the row, row, its figures)
template <class Work>
void forLogits(at::Tensor& logits_CV, const at::Tensor& tokens_C1, Work work) {
    const std::int64_t vocabulary = logits_CV.size(1);
    const auto* tokens = tokens_C1.const_data_ptr<std::int64_t>();
    withLoopsOf(logits_CV, [&](const auto& loops) {
        auto* logits = writePointer(loops, logits_CV);
        forRows(logits_CV.size(0), vocabulary, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t row = begin; row < end; ++row) {
                auto* values = logits + row * vocabulary;
                work(loops, values, row, loops.logitStats(values, tokens[row], vocabulary));
            }
        });
    });
}

} // namespace

at::Tensor logitFigures(at::Tensor logits_CV, const at::Tensor& tokens_C1, bool wantsProbabilities,
                        LogitFigures figures) {
    if (!hasRowLoops(logits_CV))
        return aten::logitFigures(std::move(logits_CV), tokens_C1, wantsProbabilities, std::move(figures));
    auto* logProb = figures.logProb_C.mutable_data_ptr<float>();
    auto* entropy = figures.entropy_C.mutable_data_ptr<float>();
    auto* hit = figures.hit_C.mutable_data_ptr<bool>();
    auto* meanLogit = figures.meanLogit_C.mutable_data_ptr<float>();
    forLogits(logits_CV, tokens_C1, [&](const auto& loops, auto* values, std::int64_t row, const LogitStats& stats) {
        logProb[row] = stats.target - stats.logSumExp;
        entropy[row] = stats.logSumExp - stats.expected;
        hit[row] = stats.isHit;
        meanLogit[row] = stats.mean;
        if (wantsProbabilities) loops.probabilities(values, stats.logSumExp, 1, logits_CV.size(1));
    });
    return logits_CV;
}

at::Tensor logitGradient(at::Tensor logits_CV, const at::Tensor& tokens_C1, const at::Tensor& g_C1) {
    if (!hasRowLoops(logits_CV)) return aten::logitGradient(std::move(logits_CV), tokens_C1, g_C1);
    const auto* tokens = tokens_C1.const_data_ptr<std::int64_t>();
    const at::Tensor factors_C1 = g_C1.contiguous();
    const auto* factors = factors_C1.const_data_ptr<float>();
    forLogits(logits_CV, tokens_C1, [&](const auto& loops, auto* values, std::int64_t row, const LogitStats& stats) {
        loops.probabilities(values, stats.logSumExp, -factors[row], logits_CV.size(1));
        loops.put(values + tokens[row], factors[row] * (1 - std::exp(stats.target - stats.logSumExp)));
    });
    return logits_CV;
}

} // namespace fettle::ops::cpu
