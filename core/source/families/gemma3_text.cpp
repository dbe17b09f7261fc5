// Gemma 3's text models (arXiv:2503.19786; transformers configuration_gemma3.py): norms that weigh by 1 + w, four a
// layer, queries and keys normed, local layers with a window and a rope of their own, scaled embeddings, a tied head.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/layer_types.h"
#include "core/source/families/rope_keys.h"

#include <cmath>

namespace fettle {

namespace {

constexpr std::size_t kGlobal = 0, kLocal = 1; // in Architecture::ropes

void refuseOtherClasses(const ConfigReader& config) {
    if (config.flag("use_bidirectional_attention", false))
        refuseKey("A model whose tokens see the following ones cannot generate.", "Choose a causal model.",
                  "use_bidirectional_attention");
}

// One object per kind of layer (rope_parameters), or rope_theta, rope_local_base_freq and a scaling of the global rope.
void readRopes(Architecture& a, const ConfigReader& config) {
    const double global = config.number("rope_theta", 1e6), local = config.number("rope_local_base_freq", 1e4);
    const Json none = Json::object();
    const Json& perType = config.has("rope_parameters") ? config.at("rope_parameters") : none;
    const ConfigReader types(perType);
    const auto keysOf = [&](const char* type) { return types.has(type) ? types.at(type) : none; };
    Json full = keysOf("full_attention"), sliding = keysOf("sliding_attention");
    if (config.has("rope_scaling") && config.at("rope_scaling").is_object()) full.update(config.at("rope_scaling"));
    if (!full.contains("rope_theta")) full["rope_theta"] = global;
    if (!sliding.contains("rope_theta")) sliding["rope_theta"] = local;
    a.ropes = {readRope(ConfigReader(full), config, a, {.defaultTheta = global}),
               readRope(ConfigReader(sliding), config, a, {.defaultTheta = local})};
}

Architecture readGemma3(const ConfigReader& config) {
    refuseOtherClasses(config);
    Architecture a = readDecoder(config,
                                 {.vocab = 262208,
                                  .hidden = 2304,
                                  .intermediate = 9216,
                                  .layers = 26,
                                  .heads = 8,
                                  .kvHeads = 4,
                                  .headDim = 256,
                                  .maxPositions = 131072,
                                  .activation = "gelu_pytorch_tanh",
                                  .isTied = true},
                                 "hidden_activation");
    a.norm = NormKind::RmsOffset;
    a.embeddingScale = std::sqrt(static_cast<double>(a.hiddenSize));
    a.finalSoftCap = config.number("final_logit_softcapping", 0);
    readRopes(a, config);
    const std::int64_t window = config.isNull("sliding_window") ? 0 : config.count("sliding_window", 4096);
    const auto pattern = static_cast<std::size_t>(config.count("sliding_window_pattern", 6));
    const auto isSliding =
        slidingLayers(config, a.layers.size(), [&](std::size_t layer) { return (layer + 1) % pattern != 0; });
    const double scale = 1 / std::sqrt(config.number("query_pre_attn_scalar", 256));
    const bool hasBias = config.flag("attention_bias", false);
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        AttentionSpec& attention = a.layers[i].attention;
        attention.window = isSliding[i] ? window : 0;
        attention.rope = isSliding[i] ? kLocal : kGlobal;
        attention.scale = scale;
        attention.hasQkNorm = true;
        attention.hasQkvBias = attention.hasOutBias = hasBias;
        a.layers[i].norms = 4;
    }
    return a;
}

void writeGemma3(const Architecture& a, Json& config) {
    writeDecoder(a, config);
    Json types = Json::array();
    for (const LayerSpec& layer : a.layers)
        types.push_back(layer.attention.rope == kLocal ? "sliding_attention" : "full_attention");
    config["layer_types"] = types;
}

constexpr std::size_t kLayersOf27B3 = 62;
constexpr const char* kPatternKey = "attention.sliding_window_pattern";

bool isLocal(const LayerSpec& layer) {
    return layer.attention.rope == kLocal;
}

void refuseOtherGemma3(const Architecture& a) {
    refuseOtherScale(a, kLayersOf27B3);
    if (a.ropes[kLocal].scaling.kind != "default") refuseForGguf("the positions of its local layers are stretched");
}

void addGemma3Fields(const Architecture& a, GgufFields& fields) {
    std::vector<bool> local;
    for (const LayerSpec& layer : a.layers)
        local.push_back(isLocal(layer));
    fields.emplace_back("gemma3." + std::string(kPatternKey), local);
    fields.emplace_back("gemma3.rope.freq_base_swa", static_cast<float>(a.ropes[kLocal].theta));
}

// A list of flags, or how many layers make a round of which the last is global.
std::vector<bool> localLayers(const GgufHeader& header, std::size_t layers) {
    const std::string key = archKey(header, kPatternKey);
    std::vector<bool> local(layers);
    if (header.metadata.isList(key)) {
        const std::vector<double> flags = header.metadata.numbers(key);
        for (std::size_t i = 0; i < layers; ++i)
            local[i] = i < flags.size() && flags[i] != 0;
        return local;
    }
    constexpr std::int64_t kUsual = 6;
    const auto round = static_cast<std::size_t>(std::max<std::int64_t>(1, header.metadata.whole(key).value_or(kUsual)));
    for (std::size_t i = 0; i < layers; ++i)
        local[i] = (i + 1) % round != 0;
    return local;
}

void readGemma3Fields(const GgufHeader& header, Architecture& dimensions, Json& config) {
    readImpliedScale(dimensions, config, kLayersOf27B3);
    const std::vector<bool> local = localLayers(header, dimensions.layers.size());
    for (std::size_t i = 0; i < local.size(); ++i)
        dimensions.layers[i].attention.rope = local[i] ? kLocal : kGlobal;
    const auto copy = [&](const char* theirs, const char* ours) {
        if (const auto value = header.metadata.number(archKey(header, theirs))) config[ours] = *value;
    };
    copy("rope.freq_base_swa", "rope_local_base_freq");
    copy("final_logit_softcapping", "final_logit_softcapping");
    config["sliding_window"] = header.metadata.whole(archKey(header, "attention.sliding_window")).value_or(0);
    if (config["sliding_window"] == 0) config["sliding_window"] = nullptr;
}

} // namespace

Family gemma3TextFamily() {
    return {.modelType = "gemma3_text",
            .title = "Gemma 3",
            .className = "Gemma3ForCausalLM",
            .sequenceClass = "Gemma3TextForSequenceClassification",
            .basePrefix = "model.",
            .read = readGemma3,
            .modules = llamaModules,
            .write = writeGemma3,
            .gguf = {.arch = "gemma3",
                     .names = sandwichGgufNames(),
                     .activations = {"gelu_tanh"},
                     .hasWindows = true,
                     .refuse = refuseOtherGemma3,
                     .addFields = addGemma3Fields,
                     .readFields = readGemma3Fields}};
}

} // namespace fettle
