// LoRA (arXiv:2106.09685): y = W x + scale B A dropout(x); with DoRA (arXiv:2402.09353) rows of learned lengths; with
// PiSSA (arXiv:2404.02948) less scale B0 A0 x of its start, so that the base stays as it is.
#include "core/source/adapters/lora.h"

#include "core/adapter/slot_filler.h"
#include "core/base/error.h"
#include "core/model/named_generator.h"

namespace fettle {

namespace {

// A Linear's matrix [out, in] in fp32. Error{BadConfig} where the base has none, naming the key that needs it.
at::Tensor matrixOf(const CausalLM& base, const ModuleSpec& module, const char* key) {
    for (const auto& [name, weight] : base.parameters())
        if (name == module.name + ".weight") return (module.isTransposed ? weight.t() : weight).detach().to(at::kFloat);
    throw Error{ErrorKind::BadConfig,
                "\"" + std::string(key) + "\" needs the base's weights as numbers, and \"" + module.name +
                    "\" has none.",
                "Choose a base that is not quantised, or leave this setting at its default.",
                {{"key", key}, {"module", module.name}}};
}

// Lengths of the rows of a Linear's matrix [out, in]: where DoRA starts.
at::Tensor lengthsOf(const CausalLM& base, const std::string& tensor) {
    for (const ModuleSpec& module : base.linears())
        if (nameOfMagnitude(module.name) == tensor) return at::norm(matrixOf(base, module, "adapter.use_dora"), 2, {1});
    throw Error{ErrorKind::Internal, "\"" + tensor + "\" belongs to no linear module."};
}

// A at random and B zero, so that training starts at the base. gaussian: N(0, 1/r) (PEFT's reset_lora_parameters).
at::Tensor startLora(const AdapterConfig& config, const AdapterTensor& tensor, const AdapterStart& start) {
    if (tensor.name.ends_with(".lora_B.weight")) return at::zeros(tensor.shape);
    if (!tensor.name.ends_with(".lora_A.weight")) return lengthsOf(start.base, tensor.name);
    if (std::get<LoraConfig>(config).initLoraWeights != "gaussian") return kaimingUniform(tensor, start.seed);
    const double deviation = 1 / static_cast<double>(tensor.shape.at(0));
    return at::empty(tensor.shape).normal_(0, deviation, namedGenerator(start.seed, tensor.name));
}

// W's largest r singular values and vectors (arXiv:2404.02948; PEFT's pissa_init): scale B A is their part of W.
void startPissa(const AdapterConfig& config, const TensorsByName& tensors, const AdapterStart& start) {
    for (const ModuleSpec& module : start.base.linears()) {
        const auto A_rI = tensors.find(nameOfA(module.name));
        if (A_rI == tensors.end() || !keepsStart(config, A_rI->first)) continue;
        const auto [rank, scale] = loraShape(std::get<LoraConfig>(config), module.name);
        const at::Tensor weight_OI = matrixOf(start.base, module, "adapter.init_lora_weights");
        const std::int64_t most = std::min(module.inFeatures, module.outFeatures);
        if (rank > most)
            throw Error{ErrorKind::BadConfig,
                        "\"" + module.name + "\" has " + std::to_string(most) + " singular values, and the rank is " +
                            std::to_string(rank) + ".",
                        "Choose a lower rank, or start from true.",
                        {{"key", "adapter.r"}, {"module", module.name}}};
        const auto [U_OK, S_K, V_KI] = at::linalg_svd(weight_OI, /*full_matrices=*/false);
        const at::Tensor root_r = S_K.narrow(0, 0, rank).div(scale).sqrt();
        A_rI->second.copy_(V_KI.narrow(0, 0, rank) * root_r.unsqueeze(1));
        tensors.at(nameOfB(module.name)).copy_(U_OK.narrow(1, 0, rank) * root_r);
    }
}

// Of A [r, in] both below each other, of B [out, r] both side by side; all else as it is.
NamedTensors storedPissa(const AdapterConfig&, const TensorsByName& tensors, const Architecture&) {
    NamedTensors stored;
    for (const auto& [name, tensor] : tensors) {
        const auto start = tensors.find(nameOfStart(name));
        if (start != tensors.end())
            stored.emplace_back(name, name.ends_with(".lora_A.weight") ? at::cat({tensor, start->second}, 0)
                                                                       : at::cat({tensor, -start->second}, 1));
        else if (!name.ends_with(nameOfStart("")))
            stored.emplace_back(name, tensor);
    }
    return stored;
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
                                               .magnitude = {},
                                               .startA = {},
                                               .startB = {}};
        const auto start = tensors.find(nameOfStart(nameOfA(module)));
        if (start != tensors.end()) {
            slots.linears[i].lowRank->startA = start->second;
            slots.linears[i].lowRank->startB = tensors.at(nameOfStart(nameOfB(module)));
        }
        if (lora.useDora) slots.linears[i].lowRank->magnitude = tensors.at(nameOfMagnitude(module));
    }
}

} // namespace

SlotFiller loraFiller() {
    return {.start = startLora, .fill = fillLora, .startTogether = startPissa, .stored = storedPissa};
}

} // namespace fettle
