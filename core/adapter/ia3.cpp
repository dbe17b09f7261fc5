// IA3 (arXiv:2205.05638): a factor on every input of a feed-forward module, on every output of another one.
#include "core/source/adapters/ia3.h"

#include "core/adapter/slot_filler.h"

namespace fettle {

namespace {

at::Tensor startIa3(const AdapterConfig&, const AdapterTensor& tensor, const AdapterStart&) {
    return at::ones(tensor.shape);
}

void fillIa3(const AdapterConfig& config, const TensorsByName& tensors, const SlotBase& base, Slots& slots) {
    const auto& ia3 = std::get<Ia3Config>(config);
    slots.linears.resize(base.linears.size());
    for (std::size_t i = 0; i < base.linears.size(); ++i) {
        const std::string& module = base.linears[i].name;
        const auto found = tensors.find(nameOfIa3(module));
        if (found == tensors.end()) continue;
        (isFeedforward(ia3, module) ? slots.linears[i].scaleIn : slots.linears[i].scaleOut) = found->second.view({-1});
    }
}

} // namespace

SlotFiller ia3Filler() {
    return {.start = startIa3, .fill = fillIa3};
}

} // namespace fettle
