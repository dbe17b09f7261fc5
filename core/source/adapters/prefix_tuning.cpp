// Prefix tuning as PEFT 0.21.2 writes it: peft/tuners/prefix_tuning/{config,model}.py, peft/config.py and get_prompt of
// peft/peft_model.py. What a projection made of its embeddings is what its file holds, so that one reads like the
// other.
#include "core/source/adapters/prefix_tuning.h"

#include "core/base/error.h"
#include "core/source/adapters/adapter_keys.h"
#include "core/source/adapters/adapter_kind.h"
#include "core/source/adapters/encoder.h"

namespace fettle {

namespace {

AdapterConfig readPrefix(const Json& config, const std::string& what) {
    refuseActive(config, {"modules_to_save"}, what);
    return PrefixTuningConfig{.numVirtualTokens = virtualTokensIn(config, what)};
}

// The projection's, or the width of a layer's keys.
std::int64_t hiddenSizeOf(const PrefixTuningConfig& prefix, const PrefixShape& shape) {
    return prefix.encoderHiddenSize > 0 ? prefix.encoderHiddenSize : shape.tokenDim();
}

Json writePrefix(const AdapterSettings& settings, const Architecture& base) {
    const PrefixShape shape = prefixShape(base);
    const auto& prefix = std::get<PrefixTuningConfig>(settings.config);
    nlohmann::json sorted = commonPeftKeys("PREFIX_TUNING", settings.baseModel);
    sorted.update({{"encoder_hidden_size", hiddenSizeOf(prefix, shape)},
                   {"num_attention_heads", shape.kvHeads},
                   {"num_layers", shape.layers},
                   {"num_transformer_submodules", 1},
                   {"num_virtual_tokens", prefix.numVirtualTokens},
                   {"prefix_projection", prefix.prefixProjection},
                   {"token_dim", shape.tokenDim()}});
    return sorted;
}

std::vector<AdapterTensor> storedPrefix(const AdapterConfig& config, const Architecture& base) {
    const PrefixShape shape = prefixShape(base);
    return {{kPromptEmbeddings,
             {std::get<PrefixTuningConfig>(config).numVirtualTokens, shape.layers * 2 * shape.tokenDim()}}};
}

std::vector<AdapterTensor> prefixTensors(const AdapterConfig& config, const Architecture& base) {
    const auto& prefix = std::get<PrefixTuningConfig>(config);
    if (!prefix.prefixProjection) return storedPrefix(config, base);
    const PrefixShape shape = prefixShape(base);
    const std::int64_t width = shape.tokenDim(), hidden = hiddenSizeOf(prefix, shape), all = shape.layers * 2 * width;
    return joined({{{kEncoderEmbedding, {prefix.numVirtualTokens, width}}},
                   linearTensors("transform.0", hidden, width),
                   linearTensors("transform.2", all, hidden)});
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
            .fitted = fittedPrefix,
            .storedTensors = storedPrefix};
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
