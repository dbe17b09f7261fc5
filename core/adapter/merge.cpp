#include "core/adapter/merge.h"

#include "core/base/error.h"
#include "core/source/head_tie.h"

#include <algorithm>

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

// Of a tensor that no Linear has: embeddings, norms, the head, a score.
at::Tensor mergedOther(at::Tensor tensor, const WeightedAdapters& adapters, const std::string& name) {
    for (const auto& [adapter, strength] : adapters)
        if (const at::Tensor own = adapter->saved(name); own.defined()) tensor = blended(tensor, own, strength);
    for (const auto& [adapter, strength] : adapters)
        if (const at::Tensor own = adapter->withOwnRows(name, wide(tensor)); own.defined())
            tensor = blended(tensor, own, strength);
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

MergedWeights::MergedWeights(const CausalLM& model, WeightedAdapters adapters)
    : m_model(model), m_adapters(std::move(adapters)) {
    for (const auto& [adapter, strength] : m_adapters)
        adapter->refuseUnmergeable();
    for (std::size_t i = 0; i < model.linears().size(); ++i) {
        m_linearOfWeight[model.linears()[i].name + ".weight"] = i;
        m_linearOfBias[model.linears()[i].name + ".bias"] = i;
    }
    for (const auto& [name, tensor] : model.parameters())
        m_own[name] = tensor;
}

at::Tensor MergedWeights::tensor(const std::string& name) const {
    const at::NoGradGuard noGrad;
    const auto own = m_own.find(name);
    if (own == m_own.end()) throw Error{ErrorKind::Internal, "The model has no weight \"" + name + "\"."};
    if (const auto bias = m_linearOfBias.find(name); bias != m_linearOfBias.end())
        return mergedBias(own->second, m_adapters, bias->second).detach();
    const auto weight = m_linearOfWeight.find(name);
    if (weight == m_linearOfWeight.end()) return mergedOther(own->second, m_adapters, name).detach();
    const bool isTransposed = m_model.linears()[weight->second].isTransposed;
    const at::Tensor weight_OI = isTransposed ? own->second.t() : own->second;
    const at::Tensor merged_OI = mergedWeight(weight_OI, m_adapters, weight->second);
    return (isTransposed ? merged_OI.t().contiguous() : merged_OI).detach();
}

MergedModel merge(const CausalLM& model, const WeightedAdapters& adapters, at::ScalarType dtype) {
    const at::NoGradGuard noGrad;
    const MergedWeights weights(model, adapters);
    const TiedPair tied = tiedPairOf(model.architecture());
    MergedModel result{.architecture = model.architecture(), .tensors = {}};
    for (const auto& [name, own] : model.parameters()) {
        if (name == tied.embedding) untie(result, own, tied, adapters, dtype);
        result.tensors.emplace_back(name, weights.tensor(name).to(dtype));
    }
    return result;
}

} // namespace fettle
