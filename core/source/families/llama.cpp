// Llama 1 to 3, SmolLM2, TinyLlama (transformers configuration_llama.py). The class reads no key of windows.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/rope_keys.h"

namespace fettle {

namespace {

Architecture readLlama(const ConfigReader& config) {
    if (config.count("pretraining_tp", 1) > 1)
        refuseKey("\"pretraining_tp\" above 1 is not supported.", "", "pretraining_tp");
    Architecture a = readDecoder(config, {});
    readSharedRope(a, config);
    const bool hasAttentionBias = config.flag("attention_bias", false), hasMlpBias = config.flag("mlp_bias", false);
    for (LayerSpec& layer : a.layers) {
        layer.attention.hasQkvBias = layer.attention.hasOutBias = hasAttentionBias;
        layer.mlp.hasBias = hasMlpBias;
    }
    return a;
}

void writeLlama(const Architecture& a, Json& config) {
    writeDecoder(a, config);
    if (!config.contains("hidden_act")) config["hidden_act"] = "silu";
}

} // namespace

Family llamaFamily() {
    return {.modelType = "llama",
            .title = "Llama",
            .className = "LlamaForCausalLM",
            .sequenceClass = "LlamaForSequenceClassification",
            .basePrefix = "model.",
            .read = readLlama,
            .modules = llamaModules,
            .write = writeLlama,
            .gguf = {.arch = "llama",
                     .names = llamaGgufNames(),
                     .turnsNeighbours = true,
                     .hasBiases = true,
                     .readFields = readBiases}};
}

} // namespace fettle
