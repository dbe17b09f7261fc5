// Granite (arXiv:2405.04324; transformers configuration_granite.py): Llama's layers with factors on the embedded
// tokens, the scores, what each block adds, and the logits.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/rope_keys.h"

namespace fettle {

namespace {

double factorIn(const ConfigReader& config, const char* key) {
    const double factor = config.number(key, 1);
    if (factor <= 0) refuseKey("\"" + std::string(key) + "\" must be positive.", "Download the model again.", key);
    return factor;
}

Architecture readGranite(const ConfigReader& config) {
    Architecture a = readDecoder(config, {});
    readSharedRope(a, config);
    a.embeddingScale = factorIn(config, "embedding_multiplier");
    a.logitScale = 1 / factorIn(config, "logits_scaling");
    const bool hasAttentionBias = config.flag("attention_bias", false), hasMlpBias = config.flag("mlp_bias", false);
    for (LayerSpec& layer : a.layers) {
        layer.attention.scale = factorIn(config, "attention_multiplier");
        layer.attention.hasQkvBias = layer.attention.hasOutBias = hasAttentionBias;
        layer.mlp.hasBias = hasMlpBias;
        layer.residual.scale = factorIn(config, "residual_multiplier");
    }
    return a;
}

void addGraniteFields(const Architecture& a, GgufFields& fields) {
    const LayerSpec& layer = a.layers.front();
    fields.emplace_back("granite.attention.scale", static_cast<float>(layer.attention.scale));
    fields.emplace_back("granite.embedding_scale", static_cast<float>(a.embeddingScale));
    fields.emplace_back("granite.residual_scale", static_cast<float>(layer.residual.scale));
    fields.emplace_back("granite.logit_scale", static_cast<float>(1 / a.logitScale));
}

void readGraniteFields(const GgufHeader& header, Architecture& dimensions, Json& config) {
    readBiases(header, dimensions, config);
    for (const auto& [theirs, ours] : {std::pair{"attention.scale", "attention_multiplier"},
                                       {"embedding_scale", "embedding_multiplier"},
                                       {"residual_scale", "residual_multiplier"},
                                       {"logit_scale", "logits_scaling"}})
        if (const auto factor = header.metadata.number(archKey(header, theirs))) config[ours] = *factor;
}

} // namespace

Family graniteFamily() {
    return {.modelType = "granite",
            .title = "Granite",
            .className = "GraniteForCausalLM",
            .basePrefix = "model.",
            .read = readGranite,
            .modules = llamaModules,
            .write = writeDecoder,
            .gguf = {.arch = "granite",
                     .names = llamaGgufNames(),
                     .turnsNeighbours = true,
                     .hasBiases = true,
                     .addFields = addGraniteFields,
                     .readFields = readGraniteFields}};
}

} // namespace fettle
