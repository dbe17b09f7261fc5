#include "core/adapter/combine.h"

#include "core/base/error.h"
#include "core/source/adapters/lora.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fettle {

namespace {

[[noreturn]] void refuseToCombine(const std::string& reason, const std::string& hint) {
    throw Error{ErrorKind::BadUsage, reason, hint};
}

const LoraConfig& plainLora(const Adapter& adapter) {
    const auto* lora = std::get_if<LoraConfig>(&adapter.config());
    if (lora == nullptr || lora->useDora || !lora->modulesToSave.empty() || !lora->trainableTokenIndices.empty())
        refuseToCombine("Only plain LoRA adapters can be combined: no other kind, no DoRA, no modules or tokens of "
                        "their own.",
                        "Merge each into a model of its own instead.");
    return *lora;
}

// The largest of its modules' ranks.
std::int64_t rankOf(const LoraConfig& lora) {
    std::int64_t rank = lora.r;
    for (const auto& [name, own] : lora.rankPattern)
        rank = std::max(rank, own);
    return rank;
}

std::int64_t combinedRank(const WeightedAdapters& adapters, Combination combination) {
    std::vector<std::int64_t> ranks;
    for (const auto& [adapter, weight] : adapters)
        ranks.push_back(rankOf(plainLora(*adapter)));
    if (ranks.empty()) refuseToCombine("There is no adapter to combine.", "Name at least one.");
    if (combination == Combination::Cat) return std::accumulate(ranks.begin(), ranks.end(), std::int64_t{0});
    if (std::any_of(ranks.begin(), ranks.end(), [&](std::int64_t rank) { return rank != ranks.front(); }))
        refuseToCombine("The ranks of the adapters differ, which a linear combination cannot have.",
                        "Choose the combination cat.");
    return ranks.front();
}

const LowRankSlot* pairOf(const Adapter& adapter, std::size_t linear) {
    const std::vector<LinearSlot>& slots = adapter.slots()->linears;
    return linear < slots.size() && slots[linear].lowRank ? &*slots[linear].lowRank : nullptr;
}

struct Pair {
    at::Tensor A_rI, B_Or;
};

// Rows of A and columns of B, filled up with zeros.
Pair stacked(const WeightedAdapters& adapters, std::size_t linear, Pair pair) {
    std::int64_t next = 0;
    for (const auto& [adapter, weight] : adapters) {
        const LowRankSlot* own = pairOf(*adapter, linear);
        if (own == nullptr) continue;
        const std::int64_t rank = own->A.size(0);
        pair.A_rI.narrow(0, next, rank).copy_(own->A * (weight * own->scale));
        pair.B_Or.narrow(1, next, rank).copy_(own->B);
        next += rank;
    }
    return pair;
}

// The sign of a weight stands on A alone.
Pair summed(const WeightedAdapters& adapters, std::size_t linear, Pair pair) {
    for (const auto& [adapter, weight] : adapters) {
        const LowRankSlot* own = pairOf(*adapter, linear);
        if (own == nullptr) continue;
        const double factor = weight * own->scale, root = std::sqrt(std::abs(factor));
        pair.A_rI.narrow(0, 0, own->A.size(0)).add_(own->A, factor >= 0 ? root : -root);
        pair.B_Or.narrow(1, 0, own->B.size(1)).add_(own->B, root);
    }
    return pair;
}

} // namespace

Adapter combine(const WeightedAdapters& adapters, Combination combination, const CausalLM& base) {
    const at::NoGradGuard noGrad;
    const std::int64_t rank = combinedRank(adapters, combination);
    std::vector<std::string> modules;
    NamedTensors tensors;
    for (std::size_t i = 0; i < base.linears().size(); ++i) {
        const ModuleSpec& module = base.linears()[i];
        if (std::none_of(adapters.begin(), adapters.end(),
                         [&](const auto& each) { return pairOf(*each.first, i) != nullptr; }))
            continue;
        const auto options = at::TensorOptions(base.device()).dtype(at::kFloat);
        const Pair zeros{at::zeros({rank, module.inFeatures}, options), at::zeros({module.outFeatures, rank}, options)};
        const Pair pair = (combination == Combination::Cat ? stacked : summed)(adapters, i, zeros);
        modules.push_back(module.name);
        tensors.emplace_back(nameOfA(module.name), pair.A_rI);
        tensors.emplace_back(nameOfB(module.name), pair.B_Or);
    }
    const LoraConfig config{
        .r = rank, .loraAlpha = static_cast<double>(rank), .loraDropout = 0, .targetModules = modules};
    return Adapter::of(config, base, std::move(tensors));
}

} // namespace fettle
