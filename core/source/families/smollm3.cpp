// SmolLM 3 (transformers configuration_smollm3.py): Llama's layers, of which every fourth knows no positions.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/layer_types.h"
#include "core/source/families/rope_keys.h"

namespace fettle {

namespace {

constexpr const char* kTurned = "no_rope_layers"; // 1 for each layer that turns its heads, whatever the name says

std::vector<bool> turnedLayers(const ConfigReader& config, std::size_t layers) {
    const auto interval = static_cast<std::size_t>(config.count("no_rope_layer_interval", 4));
    std::vector<bool> turned;
    for (std::size_t i = 0; i < layers; ++i)
        turned.push_back((i + 1) % interval != 0);
    if (!config.has(kTurned)) return turned;
    const Json& given = config.at(kTurned);
    if (!given.is_array() || given.size() != layers)
        refuseKey("\"no_rope_layers\" does not name each layer once.", "Download the model again.", kTurned);
    for (std::size_t i = 0; i < layers; ++i)
        turned[i] = given[i] != 0;
    return turned;
}

Architecture readSmolLm3(const ConfigReader& config) {
    Architecture a = readDecoder(config, {.vocab = 128256,
                                          .hidden = 2048,
                                          .layers = 36,
                                          .heads = 16,
                                          .kvHeads = 4,
                                          .maxPositions = 32768,
                                          .isTied = true});
    readSharedRope(a, config, {.defaultTheta = 2e6});
    const std::vector<bool> isTurned = turnedLayers(config, a.layers.size());
    const bool isWindowed = config.flag("use_sliding_window", false) && config.has("sliding_window");
    const std::int64_t window = isWindowed ? config.count("sliding_window", 4096) : 0;
    const auto isSliding = slidingLayers(config, a.layers.size(), [&](std::size_t i) { return !isTurned[i]; });
    const bool hasAttentionBias = config.flag("attention_bias", false), hasMlpBias = config.flag("mlp_bias", false);
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        AttentionSpec& attention = a.layers[i].attention;
        if (!isTurned[i]) attention.rope.reset();
        attention.window = isSliding[i] ? window : 0;
        attention.hasQkvBias = attention.hasOutBias = hasAttentionBias;
        a.layers[i].mlp.hasBias = hasMlpBias;
    }
    return a;
}

void writeSmolLm3(const Architecture& a, Json& config) {
    writeDecoder(a, config);
    Json turned = Json::array();
    for (const LayerSpec& layer : a.layers)
        turned.push_back(layer.attention.rope ? 1 : 0);
    config[kTurned] = turned;
}

// llama.cpp leaves out every fourth layer's turns, whatever a file says.
bool isTurnedThere(std::size_t layer) {
    return (layer + 1) % 4 != 0;
}

void refuseOtherTurns(const Architecture& a) {
    for (std::size_t i = 0; i < a.layers.size(); ++i)
        if (a.layers[i].attention.rope.has_value() != isTurnedThere(i))
            refuseForGguf("layers without positions are not every fourth one (no_rope_layers)");
}

void readTurns(const GgufHeader&, Architecture& dimensions, Json&) {
    for (std::size_t i = 0; i < dimensions.layers.size(); ++i)
        if (!isTurnedThere(i)) dimensions.layers[i].attention.rope.reset();
}

} // namespace

Family smolLm3Family() {
    return {.modelType = "smollm3",
            .title = "SmolLM3",
            .className = "SmolLM3ForCausalLM",
            .sequenceClass = "SmolLM3ForSequenceClassification",
            .basePrefix = "model.",
            .read = readSmolLm3,
            .modules = llamaModules,
            .write = writeSmolLm3,
            .gguf = {.arch = "smollm3",
                     .names = llamaGgufNames(),
                     .turnsNeighbours = true,
                     .refuse = refuseOtherTurns,
                     .readFields = readTurns}};
}

} // namespace fettle
