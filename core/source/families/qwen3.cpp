// Qwen 3 (arXiv:2505.09388; transformers configuration_qwen3.py): heads of 128 whatever the width, queries and keys
// normed head by head.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/layer_types.h"
#include "core/source/families/rope_keys.h"

namespace fettle {

namespace {

Architecture readQwen3(const ConfigReader& config) {
    Architecture a = readDecoder(
        config, {.vocab = 151936, .intermediate = 22016, .kvHeads = 32, .headDim = 128, .maxPositions = 32768});
    readSharedRope(a, config);
    readLateWindows(a, config);
    const bool hasBias = config.flag("attention_bias", false);
    for (LayerSpec& layer : a.layers) {
        layer.attention.hasQkNorm = true;
        layer.attention.hasQkvBias = layer.attention.hasOutBias = hasBias;
    }
    return a;
}

} // namespace

Family qwen3Family() {
    return {.modelType = "qwen3",
            .title = "Qwen3",
            .className = "Qwen3ForCausalLM",
            .sequenceClass = "Qwen3ForSequenceClassification",
            .basePrefix = "model.",
            .read = readQwen3,
            .modules = llamaModules,
            .write = writeDecoder,
            .gguf = {.arch = "qwen3", .names = llamaGgufNames()}};
}

} // namespace fettle
