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
    const bool isWindowed = config.flag("use_sliding_window", false) && !config.isNull("sliding_window");
    const std::int64_t window = isWindowed ? config.count("sliding_window", 4096) : 0;
    const auto firstWindowed = static_cast<std::size_t>(config.count("max_window_layers", 28, 0));
    const auto isSliding = slidingLayers(config, a.layers.size(), [&](std::size_t i) { return i >= firstWindowed; });
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        a.layers[i].attention.window = isSliding[i] ? window : 0;
        a.layers[i].attention.hasQkvBias = true;
    }
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
            .basePrefix = "model.",
            .read = readQwen2,
            .modules = llamaModules,
            .write = writeQwen2};
}

} // namespace fettle
