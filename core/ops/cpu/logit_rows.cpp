#include "core/ops/cpu/logit_rows.h"

#include <cmath>

namespace fettle::ops::cpu {

void logitRows(at::Tensor& logits_CV, const at::Tensor& tokens_C1, bool wantsProbabilities, LogitFigures figures) {
    const std::int64_t vocabulary = logits_CV.size(1);
    const auto* tokens = tokens_C1.const_data_ptr<std::int64_t>();
    auto* logProb = figures.logProb_C.mutable_data_ptr<float>();
    auto* entropy = figures.entropy_C.mutable_data_ptr<float>();
    auto* hit = figures.hit_C.mutable_data_ptr<bool>();
    auto* meanLogit = figures.meanLogit_C.mutable_data_ptr<float>();
    withLoopsOf(logits_CV, [&](const auto& loops) {
        auto* logits = writePointer(loops, logits_CV);
        forRows(logits_CV.size(0), vocabulary, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t row = begin; row < end; ++row) {
                auto* values = logits + row * vocabulary;
                const LogitStats stats = loops.logitStats(values, tokens[row], vocabulary);
                logProb[row] = stats.target - stats.logSumExp;
                entropy[row] = stats.logSumExp - stats.expected;
                hit[row] = stats.isHit;
                meanLogit[row] = stats.mean;
                if (wantsProbabilities) loops.probabilities(values, stats.logSumExp, 1, vocabulary);
            }
        });
    });
}

void logitGradientRows(at::Tensor& logits_CV, const at::Tensor& tokens_C1, const at::Tensor& g_C1) {
    const std::int64_t vocabulary = logits_CV.size(1);
    const auto* tokens = tokens_C1.const_data_ptr<std::int64_t>();
    const at::Tensor factors_C1 = g_C1.contiguous();
    const auto* factors = factors_C1.const_data_ptr<float>();
    withLoopsOf(logits_CV, [&](const auto& loops) {
        auto* logits = writePointer(loops, logits_CV);
        forRows(logits_CV.size(0), vocabulary, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t row = begin; row < end; ++row) {
                auto* values = logits + row * vocabulary;
                const LogitStats stats = loops.logitStats(values, tokens[row], vocabulary);
                loops.probabilities(values, stats.logSumExp, -factors[row], vocabulary);
                loops.put(values + tokens[row], factors[row] * (1 - std::exp(stats.target - stats.logSumExp)));
            }
        });
    });
}

} // namespace fettle::ops::cpu
