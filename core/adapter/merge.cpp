#include "core/adapter/merge.h"

#include "core/source/adapters/adapter_kind.h"
#include "core/source/head_tie.h"
#include "core/source/score_head.h"

#include <algorithm>
#include <map>

namespace fettle {

namespace {

const LinearSlot* slotOf(const Adapter& adapter, std::size_t linear) {
    const std::vector<LinearSlot>& slots = adapter.slots()->linears;
    return linear < slots.size() ? &slots[linear] : nullptr;
}

at::Tensor wide(const at::Tensor& tensor) {
    return tensor.detach().to(at::kDouble);
}

// factor^strength, whose sign stays and which is 1 at 0.
at::Tensor raised(const at::Tensor& factors, double strength) {
    const at::Tensor factors_F = wide(factors);
    if (strength == 0) return at::ones_like(factors_F);
    return factors_F.abs().pow(strength).mul_(factors_F.sign());
}

// Of a plain pair its update; with magnitudes (DoRA, arXiv:2402.09353) the way from W to the rows of W + update at
// their lengths.
at::Tensor updateOf(const at::Tensor& weight_OI, const LowRankSlot& pair) {
    at::Tensor update_OI = fullUpdate(pair);
    if (!pair.magnitude.defined()) return update_OI;
    const at::Tensor full_OI = update_OI.add_(weight_OI.to(at::kDouble));
    const at::Tensor factor_O = wide(pair.magnitude) / at::norm(full_OI, 2, {1});
    return full_OI * factor_O.unsqueeze(1) - weight_OI.to(at::kDouble);
}

// From W (strength 0) to what was trained instead (1), exactly so at both ends.
at::Tensor blended(const at::Tensor& base, const at::Tensor& own, double strength) {
    return at::lerp(wide(base), wide(own), strength);
}

// Of a tensor that no Linear has: embeddings, norms, the head.
at::Tensor mergedOther(at::Tensor tensor, const WeightedAdapters& adapters, const std::string& name) {
    for (const auto& [adapter, strength] : adapters)
        if (const at::Tensor own = adapter->saved(name); own.defined()) tensor = blended(tensor, own, strength);
    return tensor;
}

bool isSaved(const WeightedAdapters& adapters, const std::string& name) {
    return std::any_of(adapters.begin(), adapters.end(),
                       [&](const auto& each) { return each.second != 0 && each.first->saved(name).defined(); });
}

// A tied head is the embedding only as long as neither was trained whole.
void untie(MergedModel& merged, const at::Tensor& embedding_VD, const TiedPair& tied, const WeightedAdapters& adapters,
           at::ScalarType dtype) {
    if (!isSaved(adapters, tied.head) && !isSaved(adapters, tied.embedding)) return;
    merged.architecture.tieWordEmbeddings = false;
    merged.tensors.emplace_back(tied.head, mergedOther(embedding_VD, adapters, tied.head).detach().to(dtype));
}

at::Tensor mergedScore(at::Tensor score, const WeightedAdapters& adapters) {
    for (const auto& [adapter, strength] : adapters)
        for (const auto& [name, tensor] : adapter->tensors())
            if (name == kScoreTensor) score = blended(score, tensor, strength);
    return score;
}

} // namespace

at::Tensor fullUpdate(const LowRankSlot& slot) {
    const at::Tensor update_OI = at::mm(wide(slot.B), wide(slot.A));
    if (slot.startA.defined()) update_OI.sub_(at::mm(wide(slot.startB), wide(slot.startA)));
    return update_OI.mul(slot.scale);
}

at::Tensor mergedWeight(const at::Tensor& weight_OI, const WeightedAdapters& adapters, std::size_t linear) {
    at::Tensor sum_OI = weight_OI;
    for (const auto& [adapter, strength] : adapters)
        if (const LinearSlot* slot = slotOf(*adapter, linear); slot != nullptr && slot->replaced)
            sum_OI = blended(sum_OI, slot->replaced->dense(at::kFloat), strength);
    for (const auto& [adapter, strength] : adapters)
        if (const LinearSlot* slot = slotOf(*adapter, linear); slot != nullptr && slot->lowRank)
            sum_OI = sum_OI.to(at::kDouble).add(updateOf(weight_OI, *slot->lowRank), strength);
    for (const auto& [adapter, strength] : adapters) {
        const LinearSlot* slot = slotOf(*adapter, linear);
        if (slot != nullptr && slot->scaleOut.defined())
            sum_OI = sum_OI.to(at::kDouble) * raised(slot->scaleOut, strength).unsqueeze(1);
        if (slot != nullptr && slot->scaleIn.defined())
            sum_OI = sum_OI.to(at::kDouble) * raised(slot->scaleIn, strength).unsqueeze(0);
    }
    return sum_OI;
}

at::Tensor mergedBias(const at::Tensor& bias_O, const WeightedAdapters& adapters, std::size_t linear) {
    at::Tensor scaled_O = bias_O;
    for (const auto& [adapter, strength] : adapters)
        if (const LinearSlot* slot = slotOf(*adapter, linear); slot != nullptr && slot->replaced)
            scaled_O = blended(scaled_O, slot->replaced->bias(), strength);
    for (const auto& [adapter, strength] : adapters)
        if (const LinearSlot* slot = slotOf(*adapter, linear); slot != nullptr && slot->scaleOut.defined())
            scaled_O = scaled_O.to(at::kDouble) * raised(slot->scaleOut, strength);
    return scaled_O;
}

MergedModel merge(const CausalLM& model, const WeightedAdapters& adapters, at::ScalarType dtype) {
    const at::NoGradGuard noGrad;
    for (const auto& [adapter, strength] : adapters)
        adapter->refuseUnmergeable();
    std::map<std::string, std::size_t> weights, biases;
    for (std::size_t i = 0; i < model.linears().size(); ++i) {
        weights[model.linears()[i].name + ".weight"] = i;
        biases[model.linears()[i].name + ".bias"] = i;
    }
    const TiedPair tied = tiedPairOf(model.architecture());
    MergedModel result{.architecture = model.architecture(), .tensors = {}};
    for (const auto& [name, tensor] : model.parameters()) {
        at::Tensor merged = tensor;
        if (const auto weight = weights.find(name); weight != weights.end()) {
            const bool isTransposed = model.linears()[weight->second].isTransposed;
            merged = mergedWeight(isTransposed ? tensor.t() : tensor, adapters, weight->second);
            if (isTransposed) merged = merged.t().contiguous();
        } else if (const auto bias = biases.find(name); bias != biases.end()) {
            merged = mergedBias(tensor, adapters, bias->second);
        } else if (name == std::string(kScoreModule) + ".weight") {
            merged = mergedScore(tensor, adapters);
        } else {
            merged = mergedOther(tensor, adapters, name);
        }
        if (name == tied.embedding) untie(result, tensor, tied, adapters, dtype);
        result.tensors.emplace_back(name, merged.detach().to(dtype));
    }
    return result;
}

} // namespace fettle
