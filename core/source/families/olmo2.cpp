// OLMo 2 (arXiv:2501.00656; transformers configuration_olmo2.py): norms behind the blocks instead of before them, and
// over all queries and all keys together.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/rope_keys.h"

namespace fettle {

namespace {

Architecture readOlmo2(const ConfigReader& config) {
    Architecture a = readDecoder(config, {.vocab = 50304});
    a.normEps = config.number("rms_norm_eps", 1e-5);
    readSharedRope(a, config);
    const bool hasBias = config.flag("attention_bias", false);
    for (LayerSpec& layer : a.layers) {
        layer.attention.hasQkNorm = true;
        layer.attention.hasQkvBias = layer.attention.hasOutBias = hasBias;
    }
    return a;
}

// Llama's, with other norms.
std::vector<ModuleSpec> olmo2Modules(const Architecture& a) {
    constexpr std::string_view kBefore = ".input_layernorm";
    const AttentionSpec& attention = a.layers.front().attention;
    std::vector<ModuleSpec> modules = llamaModules(a);
    for (ModuleSpec& module : modules) {
        std::string& name = module.name;
        if (name.ends_with(kBefore))
            name.replace(name.size() - kBefore.size(), kBefore.size(), ".post_feedforward_layernorm");
        if (name.ends_with(".q_norm")) module.outFeatures = attention.heads * attention.headDim;
        if (name.ends_with(".k_norm")) module.outFeatures = attention.kvHeads * attention.headDim;
    }
    return modules;
}

} // namespace

Family olmo2Family() {
    return {.modelType = "olmo2",
            .title = "OLMo 2",
            .className = "Olmo2ForCausalLM",
            .sequenceClass = "Olmo2ForSequenceClassification",
            .basePrefix = "model.",
            .read = readOlmo2,
            .modules = olmo2Modules,
            .write = writeDecoder,
            .gguf = {.arch = "olmo2", .names = sandwichGgufNames(), .needsHead = true}};
}

} // namespace fettle
