// Qwen 2 and 2.5 (arXiv:2407.10671; transformers configuration_qwen2.py): biases on queries, keys and values alone,
// which no key says; a window counts only under use_sliding_window, in the layers from max_window_layers on.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/layer_types.h"
#include "core/source/families/rope_keys.h"

namespace fettle {

namespace {

Architecture readQwen2(const ConfigReader& config) {
    Architecture a =
        readDecoder(config, {.vocab = 151936, .intermediate = 22016, .kvHeads = 32, .maxPositions = 32768});
    readSharedRope(a, config);
    readLateWindows(a, config);
    for (LayerSpec& layer : a.layers)
        layer.attention.hasQkvBias = true;
    return a;
}

void writeQwen2(const Architecture& a, Json& config) {
    writeDecoder(a, config);
    if (!config.contains("hidden_act")) config["hidden_act"] = "silu";
}

} // namespace

Family qwen2Family() {
    return {.modelType = "qwen2",
            .title = "Qwen2",
            .className = "Qwen2ForCausalLM",
            .sequenceClass = "Qwen2ForSequenceClassification",
            .basePrefix = "model.",
            .read = readQwen2,
            .modules = llamaModules,
            .write = writeQwen2,
            .gguf = {.arch = "qwen2", .names = llamaGgufNames()}};
}

} // namespace fettle
