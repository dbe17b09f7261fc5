#include "core/source/families/rope_keys.h"

#include "core/base/error.h"
#include "core/source/families/decoder_keys.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr const char* kAgain = "Download the model again.";

// What each kind reads besides rope_theta (transformers modeling_rope_utils.py).
const std::map<std::string, std::vector<std::string>>& keysOfKinds() {
    static const std::map<std::string, std::vector<std::string>> all = {
        {"default", {}},
        {"linear", {"factor"}},
        {"dynamic", {"factor"}},
        {"llama3", {"factor", "low_freq_factor", "high_freq_factor"}},
        {"yarn", {"factor", "attention_factor", "beta_fast", "beta_slow", "mscale", "mscale_all_dim", "truncate"}}};
    return all;
}

std::optional<double> numberIfAny(const ConfigReader& keys, const char* key) {
    return keys.has(key) ? std::optional(keys.number(key, 0)) : std::nullopt;
}

RopeScaling readScaling(const ConfigReader& keys, const ConfigReader& config, std::int64_t maxPositions) {
    RopeScaling scaling{.kind = keys.text("rope_type", keys.text("type", "default"))};
    if (!keysOfKinds().contains(scaling.kind))
        refuseKey("Rotary scaling \"" + scaling.kind + "\" is not known.",
                  "Supported are default, linear, dynamic, llama3 and yarn.", "rope_scaling.rope_type");
    scaling.lowFreqFactor = keys.number("low_freq_factor", 1);
    scaling.highFreqFactor = keys.number("high_freq_factor", 4);
    scaling.betaFast = keys.number("beta_fast", 32);
    scaling.betaSlow = keys.number("beta_slow", 1);
    scaling.truncate = keys.flag("truncate", true);
    scaling.attentionFactor = numberIfAny(keys, "attention_factor");
    scaling.mscale = numberIfAny(keys, "mscale");
    scaling.mscaleAllDim = numberIfAny(keys, "mscale_all_dim");
    // At the top of the file it counts for more than among the rope's keys.
    const std::int64_t inside = keys.count("original_max_position_embeddings", 0, 0);
    scaling.originalMaxPositions = config.count("original_max_position_embeddings", inside, 0);
    const double implied = scaling.kind == "yarn" && scaling.originalMaxPositions > 0
                               ? static_cast<double>(maxPositions) / static_cast<double>(scaling.originalMaxPositions)
                               : 1;
    scaling.factor = keys.number("factor", implied);
    if (scaling.factor <= 0 || scaling.highFreqFactor <= scaling.lowFreqFactor)
        refuseKey("The rotary scaling factors make no sense.", kAgain, "rope_scaling");
    return scaling;
}

void refusePartialRotation(const ConfigReader& keys) {
    if (keys.number("partial_rotary_factor", 1) != 1)
        refuseKey("Partial rotary positions cannot be used in this family.", "", "partial_rotary_factor");
}

} // namespace

Rope readRope(const ConfigReader& keys, const ConfigReader& config, const Architecture& a, double defaultTheta) {
    refusePartialRotation(keys);
    const std::int64_t headDim = a.layers.front().attention.headDim;
    if (headDim % 2 != 0) refuseKey("Rotary positions need an even head size.", kAgain, "head_dim");
    Rope rope{.theta = keys.number("rope_theta", config.number("rope_theta", defaultTheta)),
              .dims = headDim,
              .maxPositions = a.maxPositions,
              .scaling = readScaling(keys, config, a.maxPositions)};
    if (rope.theta <= 0) refuseKey("\"rope_theta\" must be positive.", kAgain, "rope_theta");
    return rope;
}

void readSharedRope(Architecture& architecture, const ConfigReader& config, double defaultTheta) {
    refusePartialRotation(config);
    static const Json kNone = Json::object();
    const auto isGiven = [&](const char* key) { return config.has(key) && !config.at(key).empty(); };
    const Json& object = isGiven("rope_scaling")      ? config.at("rope_scaling")
                         : isGiven("rope_parameters") ? config.at("rope_parameters")
                                                      : kNone;
    architecture.ropes = {readRope(ConfigReader(object), config, architecture, defaultTheta)};
    for (LayerSpec& layer : architecture.layers)
        layer.attention.rope = 0;
}

} // namespace fettle
