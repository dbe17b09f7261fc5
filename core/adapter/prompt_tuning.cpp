// Prompt tuning (arXiv:2104.08691): learned input vectors in front of the text.
#include "core/adapter/slot_filler.h"
#include "core/base/error.h"
#include "core/model/named_generator.h"
#include "core/source/adapters/adapter_keys.h"

namespace fettle {

namespace {

at::Tensor embeddingOf(const CausalLM& base) {
    for (const ModuleSpec& module : modulesOf(base.architecture()))
        if (module.kind == ModuleKind::Embedding)
            for (const auto& [name, tensor] : base.parameters())
                if (name == module.name + ".weight") return tensor.detach();
    throw Error{ErrorKind::Internal, "The model has no embedding."};
}

// As the model would embed them.
at::Tensor embedded(const CausalLM& base, const at::Tensor& ids_P) {
    const at::Tensor weight_VD = embeddingOf(base);
    const at::Tensor rows_PD = weight_VD.index_select(0, ids_P.to(weight_VD.device()));
    return rows_PD.mul(base.architecture().embeddingScale).to(at::kFloat);
}

// The text's ids, cut or repeated to `count`.
at::Tensor idsOfText(const std::string& text, std::int64_t count, const AdapterStart& start) {
    const std::vector<std::int32_t> ids = start.idsOf ? start.idsOf(text) : std::vector<std::int32_t>();
    if (ids.empty())
        throw Error{ErrorKind::BadConfig,
                    "The text that the prompt shall start from has no token.",
                    "Write a longer text.",
                    {{"key", "adapter.prompt_tuning_init_text"}}};
    std::vector<std::int64_t> tiled;
    for (std::int64_t i = 0; i < count; ++i)
        tiled.push_back(ids[static_cast<std::size_t>(i) % ids.size()]);
    return at::tensor(tiled, at::kLong);
}

at::Tensor startPrompt(const AdapterConfig& config, const AdapterTensor& tensor, const AdapterStart& start) {
    const auto& prompt = std::get<PromptTuningConfig>(config);
    const std::int64_t count = tensor.shape[0];
    const at::Generator generator = namedGenerator(start.seed, tensor.name);
    if (prompt.promptTuningInit == "text")
        return embedded(start.base, idsOfText(prompt.promptTuningInitText, count, start));
    if (prompt.promptTuningInit == "sample_vocab")
        return embedded(start.base, at::randint(start.base.architecture().vocabSize, {count}, generator, at::kLong));
    return at::empty(tensor.shape).normal_(0, 1, generator); // torch.nn.Embedding's own start, as PEFT leaves it
}

void fillPrompt(const AdapterConfig&, const TensorsByName& tensors, const SlotBase&, Slots& slots) {
    slots.inputVectors = tensors.at(kPromptEmbeddings);
}

} // namespace

SlotFiller promptTuningFiller() {
    return {.start = startPrompt,
            .fill = fillPrompt,
            .whyNotMerged = "Learned input vectors cannot be merged: they belong to no weight of the base."};
}

} // namespace fettle
