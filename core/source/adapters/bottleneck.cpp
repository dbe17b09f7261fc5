// Bottlenecks as AdapterHub's package `adapters` 1.3.0 writes them: configuration/adapter_config.py (BnConfig),
// methods/{bottleneck,modeling}.py and loading.py.
#include "core/source/adapters/bottleneck.h"

#include "core/source/adapters/adapter_keys.h"
#include "core/source/adapters/adapter_kind.h"

#include <algorithm>
#include <cmath>

namespace fettle {

namespace {

constexpr const char* kAdapterName = "fettle";             // in the tensors' names
constexpr const char* kAdaptersVersion = "adapters.1.3.0"; // whose layout is written

const Json& inner(const Json& adapterConfig) {
    static const Json kNone = Json::object();
    const auto found = adapterConfig.find("config");
    return found != adapterConfig.end() && found->is_object() ? *found : kNone;
}

void refuseBottleneckFeatures(const Json& config, const std::string& what) {
    refuseActive(config,
                 {"original_ln_before", "ln_before", "ln_after", "use_gating", "adapter_residual_before_ln",
                  "inv_adapter", "cross_adapter", "leave_out", "phm_layer", "stochastic_depth"},
                 what);
    const auto refuseUnless = [&](const char* key, bool isRight) {
        if (!isRight)
            refuseAdapter(what, std::string("Its \"") + key + "\" is not supported.",
                          "Choose AdapterHub's double_seq_bn or par_bn.");
    };
    refuseUnless("original_ln_after", valueOr(config, "original_ln_after", true));
    refuseUnless("reduction_factor", config.contains("reduction_factor") && config["reduction_factor"].is_number() &&
                                         config["reduction_factor"].get<double>() > 0);
    refuseUnless("scaling", !config.contains("scaling") || config["scaling"].is_number());
}

std::string nonLinearity(const Json& config, const std::string& what) {
    std::string name = valueOr(config, "non_linearity", std::string("relu"));
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    if (name == "silu") name = "swish";
    for (const char* known : {"relu", "swish", "gelu", "gelu_new"})
        if (name == known) return name;
    refuseAdapter(what, "Its \"non_linearity\" is \"" + name + "\", which is not supported.",
                  "Choose relu, swish, gelu or gelu_new.");
}

AdapterConfig readBottleneck(const Json& adapterConfig, const std::string& what) {
    const Json& config = inner(adapterConfig);
    refuseBottleneckFeatures(config, what);
    const BottleneckConfig read{.mhAdapter = valueOr(config, "mh_adapter", false),
                                .outputAdapter = valueOr(config, "output_adapter", false),
                                .isParallel = valueOr(config, "is_parallel", false),
                                .reductionFactor = config.at("reduction_factor").get<double>(),
                                .nonLinearity = nonLinearity(config, what),
                                .scaling = valueOr(config, "scaling", 1.0),
                                .initWeights = valueOr(config, "init_weights", std::string("bert"))};
    if (read.isParallel && read.mhAdapter)
        refuseAdapter(what, "It stands beside the attention, which is not supported.", "Choose AdapterHub's par_bn.");
    if (!read.mhAdapter && !read.outputAdapter)
        refuseAdapter(what, "It stands nowhere: neither \"mh_adapter\" nor \"output_adapter\" is true.",
                      "Choose another adapter.");
    return read;
}

Json writeBottleneck(const AdapterSettings& settings, const Architecture& base) {
    const auto& own = std::get<BottleneckConfig>(settings.config);
    const nlohmann::json config = {{"adapter_residual_before_ln", false},
                                   {"cross_adapter", false},
                                   {"dropout", 0.0},
                                   {"init_weights", own.initWeights},
                                   {"inv_adapter", nullptr},
                                   {"inv_adapter_reduction_factor", nullptr},
                                   {"is_parallel", own.isParallel},
                                   {"leave_out", nlohmann::json::array()},
                                   {"ln_after", false},
                                   {"ln_before", false},
                                   {"mh_adapter", own.mhAdapter},
                                   {"non_linearity", own.nonLinearity},
                                   {"original_ln_after", true},
                                   {"original_ln_before", false},
                                   {"output_adapter", own.outputAdapter},
                                   {"phm_layer", false},
                                   {"reduction_factor", plainNumber(own.reductionFactor)},
                                   {"residual_before_ln", true},
                                   {"scaling", own.scaling}, // with a point: AdapterHub asks for a float
                                   {"use_gating", false}};
    const Json classes = valueOr(base.raw, "architectures", Json(Json::array()));
    const nlohmann::json sorted = {{"config", config},
                                   {"hidden_size", base.hiddenSize},
                                   {"model_class", classes.empty() ? nlohmann::json() : nlohmann::json(classes[0])},
                                   {"model_name", settings.baseModel},
                                   {"model_type", base.family},
                                   {"name", kAdapterName},
                                   {"version", kAdaptersVersion}};
    return sorted;
}

std::vector<BottleneckPlace> placesOf(const BottleneckConfig& config) {
    std::vector<BottleneckPlace> places;
    if (config.mhAdapter) places.push_back(BottleneckPlace::Attention);
    if (config.outputAdapter) places.push_back(BottleneckPlace::Output);
    return places;
}

std::vector<AdapterTensor> bottleneckTensors(const AdapterConfig& config, const Architecture& base) {
    const auto& own = std::get<BottleneckConfig>(config);
    const std::int64_t D = base.hiddenSize;
    const double quotient = std::floor(static_cast<double>(D) / own.reductionFactor);
    const std::int64_t b = std::max<std::int64_t>(1, static_cast<std::int64_t>(std::min(quotient, 1e9)));
    std::vector<AdapterTensor> tensors;
    for (std::size_t layer = 0; layer < base.layers.size(); ++layer)
        for (const BottleneckPlace place : placesOf(own)) {
            const BottleneckNames names = bottleneckNames(base, layer, place);
            tensors.insert(tensors.end(),
                           {{names.down, {b, D}}, {names.downBias, {b}}, {names.up, {D, b}}, {names.upBias, {D}}});
        }
    return tensors;
}

AdapterConfig fittedBottleneck(const AdapterConfig& config, const Architecture&, const std::set<std::string>&) {
    return config;
}

// "model.layers.3" or "transformer.h.3": what the names of a layer's modules have in common.
std::string layerPath(const Architecture& base, std::size_t layer) {
    const std::string number = "." + std::to_string(layer) + ".";
    for (const ModuleSpec& module : modulesOf(base))
        if (const std::size_t at = module.name.find(number); at != std::string::npos)
            return module.name.substr(0, at + number.size() - 1);
    return {};
}

} // namespace

AdapterKind bottleneckKind() {
    return {.weightsFile = "adapter.safetensors",
            .wrote =
                [](const Json& config) {
                    return !config.contains("peft_type") && inner(config).contains("output_adapter");
                },
            .read = readBottleneck,
            .write = writeBottleneck,
            .tensors = bottleneckTensors,
            .fitted = fittedBottleneck};
}

BottleneckNames bottleneckNames(const Architecture& base, std::size_t layer, BottleneckPlace place) {
    const std::string at = layerPath(base, layer) +
                           (place == BottleneckPlace::Attention ? ".attention_adapters" : ".output_adapters") +
                           ".adapters." + kAdapterName;
    return {at + ".adapter_down.0.weight", at + ".adapter_down.0.bias", at + ".adapter_up.weight",
            at + ".adapter_up.bias"};
}

std::string withoutAdapterName(const std::string& stored, const std::string& adapterName) {
    const std::string own = ".adapters." + adapterName + ".";
    const std::size_t at = stored.find(own);
    if (at == std::string::npos) return stored;
    return stored.substr(0, at) + ".adapters." + kAdapterName + "." + stored.substr(at + own.size());
}

} // namespace fettle
