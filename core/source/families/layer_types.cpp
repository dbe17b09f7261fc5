#include "core/source/families/layer_types.h"

#include "core/source/families/decoder_keys.h"

namespace fettle {

namespace {

constexpr const char* kKey = "layer_types";

bool isSlidingType(const Json& type) {
    if (type == "sliding_attention") return true;
    if (type == "full_attention") return false;
    refuseKey("Layers of the type " + type.dump() + " are not known.",
              "Known are full_attention and sliding_attention.", kKey);
}

} // namespace

std::vector<bool> slidingLayers(const ConfigReader& config, std::size_t layers,
                                const std::function<bool(std::size_t layer)>& rule) {
    std::vector<bool> isSliding;
    if (!config.has(kKey)) {
        for (std::size_t i = 0; i < layers; ++i)
            isSliding.push_back(rule(i));
        return isSliding;
    }
    const Json& types = config.at(kKey);
    if (!types.is_array() || types.size() != layers)
        refuseKey("\"layer_types\" does not name each layer once.", "Download the model again.", kKey);
    for (const Json& type : types)
        isSliding.push_back(isSlidingType(type));
    return isSliding;
}

void readLateWindows(Architecture& architecture, const ConfigReader& config) {
    const bool isWindowed = config.flag("use_sliding_window", false) && !config.isNull("sliding_window");
    const std::int64_t window = isWindowed ? config.count("sliding_window", 4096) : 0;
    const auto first = static_cast<std::size_t>(config.count("max_window_layers", 28, 0));
    const auto isSliding = slidingLayers(config, architecture.layers.size(), [&](std::size_t i) { return i >= first; });
    for (std::size_t i = 0; i < architecture.layers.size(); ++i)
        architecture.layers[i].attention.window = isSliding[i] ? window : 0;
}

} // namespace fettle
