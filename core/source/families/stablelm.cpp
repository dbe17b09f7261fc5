// StableLM 2 and 3B (arXiv:2402.17834; transformers configuration_stablelm.py): Llama's layers with layer norms, a
// quarter of each head turned, and biases on queries, keys and values where the file says so.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/rope_keys.h"

namespace fettle {

namespace {

Architecture readStableLm(const ConfigReader& config) {
    if (config.flag("qk_layernorm", false))
        refuseKey("A norm of its own for each head is not supported.", "Choose another model.", "qk_layernorm");
    Architecture a = readDecoder(
        config, {.vocab = 50304, .hidden = 2560, .intermediate = 6912, .kvHeads = 32, .maxPositions = 4096});
    a.norm = NormKind::Layer;
    a.normEps = config.number("layer_norm_eps", 1e-5);
    readSharedRope(a, config, {.canBePartial = true, .defaultShare = 0.25});
    const bool hasBias = config.flag("use_qkv_bias", false), isParallel = config.flag("use_parallel_residual", false);
    for (LayerSpec& layer : a.layers) {
        layer.attention.hasQkvBias = hasBias;
        layer.residual.isParallel = isParallel;
        layer.norms = isParallel ? 1 : 2;
    }
    return a;
}

void writeStableLm(const Architecture& a, Json& config) {
    writeDecoder(a, config);
    config.erase("rms_norm_eps");
    config["layer_norm_eps"] = a.normEps;
}

void addStableLmFields(const Architecture& a, GgufFields& fields) {
    fields.emplace_back("stablelm.use_parallel_residual", a.layers.front().residual.isParallel);
}

void readStableLmFields(const GgufHeader& header, Architecture& dimensions, Json& config) {
    readRotaryShare(header, dimensions, config, "partial_rotary_factor");
    config["use_qkv_bias"] = hasTensor(header, "blk.0.attn_q.bias");
    config["use_parallel_residual"] = !hasTensor(header, "blk.0.ffn_norm.weight"); // as llama.cpp tells them apart
}

} // namespace

Family stableLmFamily() {
    return {.modelType = "stablelm",
            .title = "StableLM",
            .className = "StableLmForCausalLM",
            .sequenceClass = "StableLmForSequenceClassification",
            .basePrefix = "model.",
            .read = readStableLm,
            .modules = llamaModules,
            .write = writeStableLm,
            .gguf = {.arch = "stablelm",
                     .names = llamaGgufNames(),
                     .needsHead = true,
                     .addFields = addStableLmFields,
                     .readFields = readStableLmFields}};
}

} // namespace fettle
