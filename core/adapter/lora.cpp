// LoRA (arXiv:2106.09685): y = W x + scale B A dropout(x); with DoRA (arXiv:2402.09353) rows of learned lengths.
#include "core/source/adapters/lora.h"

#include "core/adapter/slot_filler.h"
#include "core/base/error.h"

namespace fettle {

namespace {

// Lengths of the rows of a Linear's matrix [out, in]: where DoRA starts.
at::Tensor lengthsOf(const CausalLM& base, const std::string& tensor) {
    for (const ModuleSpec& module : base.linears()) {
        if (nameOfMagnitude(module.name) != tensor) continue;
        for (const auto& [name, weight] : base.parameters())
            if (name == module.name + ".weight")
                return at::norm(weight.detach().to(at::kFloat), 2, {module.isTransposed ? 0 : 1});
    }
    throw Error{ErrorKind::BadConfig,
                "DoRA needs the base's weights as numbers, and \"" + tensor + "\" has none.",
                "Choose a base that is not quantised, or switch DoRA off.",
                {{"key", "adapter.use_dora"}}};
}

// A at random and B zero, so that training starts at the base.
at::Tensor startLora(const AdapterConfig&, const AdapterTensor& tensor, const AdapterStart& start) {
    if (tensor.name.ends_with(".lora_A.weight")) return kaimingUniform(tensor, start.seed);
    if (tensor.name.ends_with(".lora_B.weight")) return at::zeros(tensor.shape);
    return lengthsOf(start.base, tensor.name);
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
                                               .dropout = lora.loraDropout,
                                               .magnitude = {}};
        if (lora.useDora) slots.linears[i].lowRank->magnitude = tensors.at(nameOfMagnitude(module));
    }
}

} // namespace

SlotFiller loraFiller() {
    return {.start = startLora, .fill = fillLora};
}

} // namespace fettle
