#include "core/adapter/token_rows.h"

#include "core/base/error.h"
#include "core/source/adapters/saved_modules.h"
#include "core/source/adapters/token_rows.h"
#include "core/source/head_tie.h"

namespace fettle {

namespace {

// The matrix [V, D] that rows are taken of. Error{BadConfig} where it is kept as blocks of quantised values.
at::Tensor matrixOf(const CausalLM& base, const ModuleSpec& module) {
    const std::string stored = module.isTied ? tiedPairOf(base.architecture()).embedding : module.name + ".weight";
    for (const auto& [name, values] : base.parameters())
        if (name == stored) return values.detach();
    if (module.kind == ModuleKind::Head) return base.head().weight.dense(at::kFloat);
    throw Error{ErrorKind::BadConfig,
                "\"" + module.name + "\" is quantised, so that single rows of it cannot be trained.",
                "Choose a base that is not quantised.",
                {{"key", "adapter.trainable_token_indices"}, {"module", module.name}}};
}

} // namespace

at::Tensor tokenRowIds(const LoraConfig& lora, const at::Device& device) {
    return at::tensor(lora.trainableTokenIndices, at::kLong).to(device);
}

at::Tensor startOfTokenRows(const AdapterConfig& config, const CausalLM& base, const std::string& tensor) {
    const auto* lora = std::get_if<LoraConfig>(&config);
    if (lora == nullptr || !belongsToTokenRows(tensor)) return {};
    for (const ModuleSpec& module : tokenRowModules(*lora, base.architecture())) {
        if (nameOfTokenRows(module.name) != tensor) continue;
        const at::Tensor matrix_VD = matrixOf(base, module);
        return matrix_VD.index_select(0, tokenRowIds(*lora, matrix_VD.device())).to(at::kFloat);
    }
    return {};
}

void fillTokenRows(const AdapterConfig& config, const TensorsByName& tensors, const SlotBase& base, Slots& slots) {
    const auto* lora = std::get_if<LoraConfig>(&config);
    if (lora == nullptr || lora->trainableTokenIndices.empty()) return;
    for (const ModuleSpec& module : tokenRowModules(*lora, base.architecture)) {
        const at::Tensor& rows_KD = tensors.at(nameOfTokenRows(module.name));
        const ops::TokenRows rows{tokenRowIds(*lora, rows_KD.device()), rows_KD};
        (module.kind == ModuleKind::Embedding ? slots.embeddingRows : slots.headRows) = rows;
    }
    const bool isHeadWhole = isSavedModule(lora->modulesToSave, tiedPairOf(base.architecture).head);
    if (base.architecture.tieWordEmbeddings && !base.architecture.score && !slots.headRows.areDefined() && !isHeadWhole)
        slots.headRows = slots.embeddingRows;
}

} // namespace fettle
