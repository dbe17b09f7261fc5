#include "tests/support/tiny_model.h"

#include "core/model/named_generator.h"
#include "core/ops/weight_generation.h"

namespace fettle::test {

namespace {

constexpr std::uint64_t kSeed = 20;

Json tinyConfig() {
    return {{"model_type", "llama"},    {"vocab_size", 96},
            {"hidden_size", 32},        {"intermediate_size", 48},
            {"num_hidden_layers", 2},   {"num_attention_heads", 4},
            {"num_key_value_heads", 2}, {"max_position_embeddings", 64},
            {"rms_norm_eps", 1e-5},     {"initializer_range", 0.2},
            {"bos_token_id", 1},        {"eos_token_id", 2}};
}

std::vector<double> strengthsOfRows(const std::vector<double>& strengths,
                                    const std::vector<std::vector<std::int32_t>>& documents) {
    std::vector<double> rows;
    for (std::size_t i = 0; i < documents.size(); ++i)
        rows.insert(rows.end(), documents[i].size(), strengths.at(i));
    return rows;
}

} // namespace

Architecture tinyArchitecture() {
    return parseArchitecture(tinyConfig());
}

Architecture tinyArchitecture(const Json& changes) {
    Json config = tinyConfig();
    config.update(changes);
    return parseArchitecture(config);
}

std::unique_ptr<CausalLM> tinyModel(const Architecture& architecture, const LoadOptions& options) {
    auto model = initModel(architecture, kSeed, options);
    const at::NoGradGuard noGrad;
    for (auto& [name, tensor] : model->parameters()) // fresh norms and biases are too plain to find mistakes with
        if (tensor.dim() == 1)
            ops::writeWeight(
                tensor, tensor + at::normal(0, 0.2, tensor.sizes(), namedGenerator(kSeed, name)).to(tensor.device()));
    return model;
}

Adapter tinyAdapter(const CausalLM& model, const AdapterConfig& config, std::uint64_t seed) {
    Adapter adapter = Adapter::make(config, model, seed);
    for (const auto& [name, tensor] : adapter.tensors())
        ops::writeWeight(tensor, at::normal(0, 0.2, tensor.sizes(), namedGenerator(seed, name)));
    return adapter;
}

Adapter tinyAdapter(const CausalLM& model, const LoraConfig& config, std::uint64_t seed) {
    return tinyAdapter(model, AdapterConfig(config), seed);
}

AdapterSet used(const Adapter& adapter, std::vector<double> strengths) {
    return {{.slots = adapter.slots(), .strengths = std::move(strengths)}};
}

at::Tensor logitsOf(const CausalLM& model, const std::vector<std::vector<std::int32_t>>& documents,
                    const AdapterSet& adapters) {
    const at::NoGradGuard noGrad;
    const Batch batch = makeBatch(documents, model.device());
    const at::Tensor hidden_ND = model.hidden({.batch = batch, .adapters = adapters});
    AdapterSet rows = adapters; // a strength for each row instead of one for each document
    for (AdapterUse& use : rows)
        if (use.strengths.size() > 1) use.strengths = strengthsOfRows(use.strengths, documents);
    return logits(model, hidden_ND, at::kFloat, rows);
}

void writeModel(const std::filesystem::path& folder, const CausalLM& model) {
    writeModelTensors(folder, model.parameters(), /*maxShardBytes=*/1 << 30);
    writeJson(folder / "config.json", model.architecture().raw);
}

} // namespace fettle::test
