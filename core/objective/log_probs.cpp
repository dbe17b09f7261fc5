#include "core/objective/log_probs.h"

namespace fettle {

at::Tensor TargetLogProbs::sumPerOwner(const at::Tensor& values_T, std::int64_t owners) const {
    return at::zeros({owners}, logProb_T.options()).index_add(0, owner_T, values_T.to(at::kFloat));
}

at::Tensor TargetLogProbs::countPerOwner(std::int64_t owners) const {
    return sumPerOwner(at::ones_like(logProb_T), owners).detach();
}

PairOf splitPairs(const at::Tensor& values_A) {
    const at::Tensor pairs_R2 = values_A.view({-1, 2});
    return {pairs_R2.select(1, 0), pairs_R2.select(1, 1)};
}

} // namespace fettle
