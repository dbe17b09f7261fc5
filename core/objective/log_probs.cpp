#include "core/objective/log_probs.h"

namespace fettle {

at::Tensor TargetLogProbs::sumPerOwner(const at::Tensor& values_T, std::int64_t owners) const {
    return at::zeros({owners}, logProb_T.options()).index_add(0, owner_T, values_T.to(at::kFloat));
}

at::Tensor TargetLogProbs::countPerOwner(std::int64_t owners) const {
    return sumPerOwner(at::ones_like(logProb_T), owners).detach();
}

at::Tensor TargetLogProbs::logProbPerAnswer(std::int64_t answers, double tailWeight) const {
    if (tailWeight == 1) return sumPerOwner(logProb_T, answers);
    const at::Tensor lengths_A = countPerOwner(answers);
    const at::Tensor shorter_A = std::get<0>(lengths_A.view({-1, 2}).min(1)).repeat_interleave(2);
    const at::Tensor begins_A = lengths_A.cumsum(0) - lengths_A; // targets lie answer by answer
    const at::Tensor place_T = at::arange(logProb_T.size(0), lengths_A.options()) - begins_A.index_select(0, owner_T);
    const at::Tensor isTail_T = place_T >= shorter_A.index_select(0, owner_T);
    return sumPerOwner(at::where(isTail_T, tailWeight * logProb_T, logProb_T), answers);
}

PairOf splitPairs(const at::Tensor& values_A) {
    const at::Tensor pairs_R2 = values_A.view({-1, 2});
    return {pairs_R2.select(1, 0), pairs_R2.select(1, 1)};
}

} // namespace fettle
