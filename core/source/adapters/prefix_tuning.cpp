// Prefix tuning as PEFT 0.21.2 writes it: peft/tuners/prefix_tuning/{config,model}.py, peft/config.py and get_prompt of
// peft/peft_model.py. What a projection made of its embeddings is what its file holds, so that one reads like the
// other.
#include "core/source/adapters/prefix_tuning.h"

#include "core/base/error.h"
#include "core/source/adapters/adapter_keys.h"
#include "core/source/adapters/adapter_kind.h"

namespace fettle {

namespace {

AdapterConfig readPrefix(const Json& config, const std::string& what) {
    refuseActive(config, {"modules_to_save"}, what);
    return PrefixTuningConfig{.numVirtualTokens = virtualTokensIn(config, what)};
}

Json writePrefix(const AdapterSettings& settings, const Architecture& base) {
    const PrefixShape shape = prefixShape(base);
    nlohmann::json sorted = commonPeftKeys("PREFIX_TUNING", settings.baseModel);
    sorted.update({{"encoder_hidden_size", shape.tokenDim()},
                   {"num_attention_heads", shape.kvHeads},
                   {"num_layers", shape.layers},
                   {"num_transformer_submodules", 1},
                   {"num_virtual_tokens", std::get<PrefixTuningConfig>(settings.config).numVirtualTokens},
                   {"prefix_projection", false},
                   {"token_dim", shape.tokenDim()}});
    return sorted;
}

std::vector<AdapterTensor> prefixTensors(const AdapterConfig& config, const Architecture& base) {
    const PrefixShape shape = prefixShape(base);
    return {{kPromptEmbeddings,
             {std::get<PrefixTuningConfig>(config).numVirtualTokens, shape.layers * 2 * shape.tokenDim()}}};
}

AdapterConfig fittedPrefix(const AdapterConfig& config, const Architecture&, const std::set<std::string>&) {
    return config;
}

} // namespace

AdapterKind prefixTuningKind() {
    return {.weightsFile = "adapter_model.safetensors",
            .wrote = [](const Json& config) { return hasPeftType(config, "PREFIX_TUNING"); },
            .read = readPrefix,
            .write = writePrefix,
            .tensors = prefixTensors,
            .fitted = fittedPrefix};
}

PrefixShape prefixShape(const Architecture& base) {
    const AttentionSpec& first = base.layers.at(0).attention;
    for (const LayerSpec& layer : base.layers)
        if (layer.attention.kvHeads != first.kvHeads || layer.attention.headDim != first.headDim)
            throw Error{ErrorKind::BadAdapter, "A prefix needs layers with equal key heads; this model's differ.",
                        "Choose another kind of adapter."};
    return {std::ssize(base.layers), first.kvHeads, first.headDim};
}

} // namespace fettle
