#include "core/adapter/adapter.h"

#include <map>

namespace fettle {

at::Tensor fullUpdate(const LowRankSlot& slot) {
    return at::mm(slot.B.detach().to(at::kDouble), slot.A.detach().to(at::kDouble)).mul_(slot.scale);
}

namespace {

at::Tensor merged(const at::Tensor& weight, const std::vector<std::pair<const Adapter*, double>>& adapters,
                  std::size_t linear) {
    at::Tensor sum = weight;
    for (const auto& [adapter, strength] : adapters)
        if (const auto& slot = adapter->slots()->linears.at(linear).lowRank)
            sum = sum.to(at::kDouble).add(fullUpdate(*slot), strength);
    return sum;
}

} // namespace

MergedModel merge(const CausalLM& model, const std::vector<std::pair<const Adapter*, double>>& adapters,
                  at::ScalarType dtype) {
    const at::NoGradGuard noGrad;
    std::map<std::string, std::size_t> linearOf;
    for (std::size_t i = 0; i < model.linears().size(); ++i)
        linearOf[model.linears()[i].name + ".weight"] = i;
    MergedModel result{.architecture = model.architecture()};
    for (const auto& [name, weight] : model.parameters()) {
        const auto linear = linearOf.find(name);
        const at::Tensor sum = linear == linearOf.end() ? weight : merged(weight, adapters, linear->second);
        result.tensors.emplace_back(name, sum.detach().to(dtype));
    }
    return result;
}

} // namespace fettle
