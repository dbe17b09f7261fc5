// Mistral (arXiv:2310.06825; transformers configuration_mistral.py): one window for all layers, 4096 where the key is
// absent, none where it is null.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/rope_keys.h"

namespace fettle {

namespace {

Architecture readMistral(const ConfigReader& config) {
    Architecture a = readDecoder(config, {.intermediate = 14336, .kvHeads = 8, .maxPositions = 131072});
    readSharedRope(a, config);
    const std::int64_t window = config.isNull("sliding_window") ? 0 : config.count("sliding_window", 4096);
    for (LayerSpec& layer : a.layers)
        layer.attention.window = window;
    return a;
}

void writeMistral(const Architecture& a, Json& config) {
    writeDecoder(a, config);
    const std::int64_t window = a.layers.front().attention.window;
    config["sliding_window"] = window > 0 ? Json(window) : Json();
}

} // namespace

Family mistralFamily() {
    return {.modelType = "mistral",
            .title = "Mistral",
            .className = "MistralForCausalLM",
            .sequenceClass = "MistralForSequenceClassification",
            .basePrefix = "model.",
            .read = readMistral,
            .modules = llamaModules,
            .write = writeMistral,
            .gguf = {.arch = "llama", .names = llamaGgufNames(), .turnsNeighbours = true, .isRead = false}};
}

} // namespace fettle
