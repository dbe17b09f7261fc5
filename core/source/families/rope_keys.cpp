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

std::string kindIn(const ConfigReader& keys, const RopeRules& rules) {
    const std::string kind = keys.text("rope_type", keys.text("type", "default"));
    return rules.canBeLong && (kind == "su" || kind == "yarn") ? "longrope" : kind;
}

// One divisor for each rotated pair.
std::vector<double> divisorsIn(const ConfigReader& keys, const char* key, std::int64_t pairs) {
    std::vector<double> divisors;
    if (keys.has(key) && keys.at(key).is_array())
        for (const Json& divisor : keys.at(key))
            if (divisor.is_number() && divisor.get<double>() > 0) divisors.push_back(divisor.get<double>());
    if (std::ssize(divisors) != pairs)
        refuseKey("\"" + std::string(key) + "\" does not hold one positive number for each rotated pair.", kAgain,
                  std::string("rope_scaling.") + key);
    return divisors;
}

RopeScaling readScaling(const ConfigReader& keys, const ConfigReader& config, std::int64_t maxPositions,
                        const RopeRules& rules) {
    RopeScaling scaling{.kind = kindIn(keys, rules)};
    if (!keysOfKinds().contains(scaling.kind) && !(rules.canBeLong && scaling.kind == "longrope"))
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
    const bool isStretched = scaling.kind == "yarn" || scaling.kind == "longrope";
    const double implied = isStretched && scaling.originalMaxPositions > 0
                               ? static_cast<double>(maxPositions) / static_cast<double>(scaling.originalMaxPositions)
                               : 1;
    scaling.factor = keys.number("factor", implied);
    if (scaling.factor <= 0 || scaling.highFreqFactor <= scaling.lowFreqFactor)
        refuseKey("The rotary scaling factors make no sense.", kAgain, "rope_scaling");
    return scaling;
}

// Of a head of `headDim`.
std::int64_t rotatedDims(const ConfigReader& keys, const ConfigReader& config, std::int64_t headDim,
                         const RopeRules& rules) {
    const double share =
        keys.number("partial_rotary_factor", config.number("partial_rotary_factor", rules.defaultShare));
    if (share != 1 && !rules.canBePartial)
        refuseKey("Partial rotary positions cannot be used in this family.", "", "partial_rotary_factor");
    const auto dims = static_cast<std::int64_t>(static_cast<double>(headDim) * share);
    if (dims < 2 || dims > headDim || dims % 2 != 0)
        refuseKey("Rotary positions need an even part of each head.", kAgain,
                  share == 1 ? "head_dim" : "partial_rotary_factor");
    return dims;
}

} // namespace

Rope readRope(const ConfigReader& keys, const ConfigReader& config, const Architecture& a, const RopeRules& rules) {
    Rope rope{.theta = keys.number("rope_theta", config.number("rope_theta", rules.defaultTheta)),
              .dims = rotatedDims(keys, config, a.layers.front().attention.headDim, rules),
              .maxPositions = a.maxPositions,
              .scaling = readScaling(keys, config, a.maxPositions, rules)};
    if (rope.scaling.kind == "longrope") {
        rope.scaling.shortFactors = divisorsIn(keys, "short_factor", rope.dims / 2);
        rope.scaling.longFactors = divisorsIn(keys, "long_factor", rope.dims / 2);
    }
    if (rope.theta <= 0) refuseKey("\"rope_theta\" must be positive.", kAgain, "rope_theta");
    return rope;
}

void readSharedRope(Architecture& architecture, const ConfigReader& config, const RopeRules& rules) {
    static const Json kNone = Json::object();
    const auto isGiven = [&](const char* key) { return config.has(key) && !config.at(key).empty(); };
    const Json& object = isGiven("rope_scaling")      ? config.at("rope_scaling")
                         : isGiven("rope_parameters") ? config.at("rope_parameters")
                                                      : kNone;
    architecture.ropes = {readRope(ConfigReader(object), config, architecture, rules)};
    for (LayerSpec& layer : architecture.layers)
        layer.attention.rope = 0;
}

} // namespace fettle
