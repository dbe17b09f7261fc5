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

} // namespace

Family graniteFamily() {
    return {.modelType = "granite",
            .title = "Granite",
            .className = "GraniteForCausalLM",
            .basePrefix = "model.",
            .read = readGranite,
            .modules = llamaModules,
            .write = writeDecoder};
}

} // namespace fettle
