// LoRA (arXiv:2106.09685): y = W x + scale B A dropout(x).
#include "core/source/adapters/lora.h"

#include "core/adapter/slot_filler.h"

namespace fettle {

namespace {

// A at random and B zero, so that training starts at the base.
at::Tensor startLora(const AdapterConfig&, const AdapterTensor& tensor, std::uint64_t seed) {
    return tensor.name.ends_with(".lora_A.weight") ? kaimingUniform(tensor, seed) : at::zeros(tensor.shape);
}

void fillLora(const AdapterConfig& config, const TensorsByName& tensors, const SlotBase& base, Slots& slots) {
    const auto& lora = std::get<LoraConfig>(config);
    slots.linears.resize(base.linears.size());
    for (std::size_t i = 0; i < base.linears.size(); ++i) {
        const std::string& module = base.linears[i].name;
        const auto A = tensors.find(nameOfA(module));
        if (A == tensors.end()) continue;
        slots.linears[i].lowRank = LowRankSlot{.A = A->second,
                                               .B = tensors.at(nameOfB(module)),
                                               .scale = loraShape(lora, module).scale,
                                               .dropout = lora.loraDropout};
    }
}

} // namespace

SlotFiller loraFiller() {
    return {.start = startLora, .fill = fillLora};
}

} // namespace fettle
