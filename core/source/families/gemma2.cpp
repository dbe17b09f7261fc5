// Gemma 2 (arXiv:2408.00118; transformers configuration_gemma2.py): norms that weigh by 1 + w, four a layer, soft-caps
// on scores and logits, a window in every other layer from the first on, scaled embeddings, a tied head.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/layer_types.h"
#include "core/source/families/rope_keys.h"

#include <cmath>

namespace fettle {

namespace {

double capIn(const ConfigReader& config, const char* key, double absent) {
    return config.isNull(key) ? 0 : config.number(key, absent);
}

Architecture readGemma2(const ConfigReader& config) {
    if (config.flag("use_bidirectional_attention", false))
        refuseKey("A model whose tokens see the following ones cannot generate.", "Choose a causal model.",
                  "use_bidirectional_attention");
    Architecture a = readDecoder(config,
                                 {.vocab = 256000,
                                  .hidden = 2304,
                                  .intermediate = 9216,
                                  .layers = 26,
                                  .heads = 8,
                                  .kvHeads = 4,
                                  .headDim = 256,
                                  .maxPositions = 8192,
                                  .activation = "gelu_pytorch_tanh",
                                  .isTied = true},
                                 "hidden_activation");
    a.norm = NormKind::RmsOffset;
    a.embeddingScale = std::sqrt(static_cast<double>(a.hiddenSize));
    a.finalSoftCap = capIn(config, "final_logit_softcapping", 30);
    readSharedRope(a, config);
    const std::int64_t window = config.isNull("sliding_window") ? 0 : config.count("sliding_window", 4096);
    const auto isSliding = slidingLayers(config, a.layers.size(), [](std::size_t layer) { return layer % 2 == 0; });
    const bool hasBias = config.flag("attention_bias", false);
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        AttentionSpec& attention = a.layers[i].attention;
        attention.window = isSliding[i] ? window : 0;
        attention.scale = 1 / std::sqrt(config.number("query_pre_attn_scalar", 256));
        attention.softCap = capIn(config, "attn_logit_softcapping", 50);
        attention.hasQkvBias = attention.hasOutBias = hasBias;
        a.layers[i].norms = 4;
    }
    return a;
}

constexpr std::size_t kLayersOf27B = 46;

bool hasWindowThere(std::size_t layer) {
    return layer % 2 == 0;
}

void refuseOtherGemma2(const Architecture& a) {
    refuseOtherScale(a, kLayersOf27B);
    for (std::size_t i = 0; i < a.layers.size(); ++i)
        if ((a.layers[i].attention.window > 0) != hasWindowThere(i))
            refuseForGguf("its windows are not in every other layer (layer_types)");
}

void readGemma2Fields(const GgufHeader& header, Architecture& dimensions, Json& config) {
    readImpliedScale(dimensions, config, kLayersOf27B);
    if (const auto window = header.metadata.whole(archKey(header, "attention.sliding_window")))
        config["sliding_window"] = *window;
    for (const char* cap : {"attn_logit_softcapping", "final_logit_softcapping"})
        if (const auto value = header.metadata.number(archKey(header, cap))) config[cap] = *value;
}

} // namespace

Family gemma2Family() {
    return {.modelType = "gemma2",
            .title = "Gemma 2",
            .className = "Gemma2ForCausalLM",
            .sequenceClass = "Gemma2ForSequenceClassification",
            .basePrefix = "model.",
            .read = readGemma2,
            .modules = llamaModules,
            .write = writeDecoder,
            .gguf = {.arch = "gemma2",
                     .names = sandwichGgufNames(),
                     .activations = {"gelu_tanh"},
                     .hasWindows = true,
                     .refuse = refuseOtherGemma2,
                     .readFields = readGemma2Fields}};
}

} // namespace fettle
