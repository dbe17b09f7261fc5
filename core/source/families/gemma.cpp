// Gemma 1 (arXiv:2403.08295; transformers configuration_gemma.py): Llama's layers with norms that weigh by 1 + w, a
// gated tanh-GELU (which early files call "gelu"), scaled embeddings and a tied head.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/rope_keys.h"

#include <cmath>

namespace fettle {

namespace {

Architecture readGemma(const ConfigReader& config) {
    if (config.flag("use_bidirectional_attention", false))
        refuseKey("A model whose tokens see the following ones cannot generate.", "Choose a causal model.",
                  "use_bidirectional_attention");
    Architecture a = readDecoder(config, {.vocab = 256000,
                                          .hidden = 3072,
                                          .intermediate = 24576,
                                          .layers = 28,
                                          .heads = 16,
                                          .kvHeads = 16,
                                          .headDim = 256,
                                          .maxPositions = 8192,
                                          .activation = "gelu_pytorch_tanh",
                                          .isTied = true});
    a.norm = NormKind::RmsOffset;
    a.embeddingScale = std::sqrt(static_cast<double>(a.hiddenSize));
    readSharedRope(a, config);
    const bool hasBias = config.flag("attention_bias", false);
    for (LayerSpec& layer : a.layers) {
        if (layer.mlp.activation == "gelu") layer.mlp.activation = "gelu_tanh";
        layer.attention.hasQkvBias = layer.attention.hasOutBias = hasBias;
    }
    return a;
}

} // namespace

Family gemmaFamily() {
    return {.modelType = "gemma",
            .title = "Gemma",
            .className = "GemmaForCausalLM",
            .sequenceClass = "GemmaForSequenceClassification",
            .basePrefix = "model.",
            .read = readGemma,
            .modules = llamaModules,
            .write = writeDecoder,
            .gguf = {.arch = "gemma", .names = llamaGgufNames(), .activations = {"gelu_tanh"}}};
}

} // namespace fettle
