#include "core/adapter/merge.h"

#include "core/base/error.h"

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

} // namespace

at::Tensor fullUpdate(const LowRankSlot& slot) {
    return at::mm(wide(slot.B), wide(slot.A)).mul_(slot.scale);
}

at::Tensor mergedWeight(const at::Tensor& weight_OI, const WeightedAdapters& adapters, std::size_t linear) {
    at::Tensor sum_OI = weight_OI;
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
    if (weight == m_linearOfWeight.end()) return own->second.detach();
    const bool isTransposed = m_model.linears()[weight->second].isTransposed;
    const at::Tensor weight_OI = isTransposed ? own->second.t() : own->second;
    const at::Tensor merged_OI = mergedWeight(weight_OI, m_adapters, weight->second);
    return (isTransposed ? merged_OI.t().contiguous() : merged_OI).detach();
}

MergedModel merge(const CausalLM& model, const WeightedAdapters& adapters, at::ScalarType dtype) {
    const MergedWeights weights(model, adapters);
    MergedModel result{.architecture = model.architecture()};
    for (const auto& [name, own] : model.parameters())
        result.tensors.emplace_back(name, weights.tensor(name).to(dtype));
    return result;
}

} // namespace fettle
