#include "core/source/architecture.h"

#include "core/source/config_reader.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace fettle {

namespace {

constexpr std::int64_t kMostLayers = 10'000; // the table of modules is held in memory
constexpr std::int64_t kWidest = 1 << 22;    // so that the parameters of all layers can be counted

[[noreturn]] void refuse(const std::string& message, const std::string& hint, const std::string& key) {
    throw Error{ErrorKind::BadModel, message, hint, {{"key", key}}};
}

// What a family means by an absent key (transformers configuration_llama.py, configuration_mistral.py).
struct FamilyDefaults {
    std::int64_t kvHeads; // 0: as many as heads
    std::int64_t intermediate;
    std::int64_t slidingWindow; // where the key is absent
    std::int64_t maxPositions;
};
const std::map<std::string, FamilyDefaults>& families() {
    static const std::map<std::string, FamilyDefaults> all = {
        {"llama", {.kvHeads = 0, .intermediate = 11008, .slidingWindow = 0, .maxPositions = 2048}},
        {"mistral", {.kvHeads = 8, .intermediate = 14336, .slidingWindow = 4096, .maxPositions = 131072}},
    };
    return all;
}

std::string familyOf(const ConfigReader& config) {
    std::string family = config.text("model_type", "");
    if (family.empty() && config.has("architectures")) {
        const Json& list = config.at("architectures");
        const std::string name = list.is_array() && !list.empty() && list[0].is_string() ? list[0] : "";
        family = name == "LlamaForCausalLM" ? "llama" : name == "MistralForCausalLM" ? "mistral" : name;
    }
    if (!families().contains(family))
        refuse("Models of the family \"" + family + "\" cannot be used.",
               "Supported are llama (Llama 1 to 3, SmolLM2, TinyLlama) and mistral.", "model_type");
    return family;
}

void readScaling(Architecture& architecture, const ConfigReader& rope) {
    RopeScaling& scaling = architecture.ropeScaling;
    scaling.kind = rope.text("rope_type", rope.text("type", "default"));
    const std::vector<std::string> known = {"default", "linear", "dynamic", "llama3", "yarn"};
    if (std::find(known.begin(), known.end(), scaling.kind) == known.end())
        refuse("Rotary scaling \"" + scaling.kind + "\" is not known.",
               "Supported are default, linear, dynamic, llama3 and yarn.", "rope_scaling.rope_type");
    scaling.factor = rope.number("factor", 1);
    scaling.lowFreqFactor = rope.number("low_freq_factor", 1);
    scaling.highFreqFactor = rope.number("high_freq_factor", 4);
    scaling.betaFast = rope.number("beta_fast", 32);
    scaling.betaSlow = rope.number("beta_slow", 1);
    if (rope.has("attention_factor")) scaling.attentionFactor = rope.number("attention_factor", 1);
    scaling.originalMaxPositions = rope.count("original_max_position_embeddings", 0, 0);
    if (scaling.factor <= 0 || scaling.highFreqFactor <= scaling.lowFreqFactor)
        refuse("The rotary scaling factors make no sense.", "Download the model again.", "rope_scaling");
}

void refusePartialRotation(const ConfigReader& keys) {
    if (keys.number("partial_rotary_factor", 1) != 1)
        refuse("Partial rotary positions cannot be used in this family.", "", "partial_rotary_factor");
}

// The old spelling (rope_theta, rope_scaling) and the new one (rope_parameters).
void readRope(Architecture& architecture, const ConfigReader& config) {
    architecture.ropeTheta = config.number("rope_theta", 10000);
    refusePartialRotation(config);
    for (const char* key : {"rope_scaling", "rope_parameters"}) {
        if (!config.has(key)) continue;
        const ConfigReader rope(config.at(key));
        architecture.ropeTheta = rope.number("rope_theta", architecture.ropeTheta);
        readScaling(architecture, rope);
        refusePartialRotation(rope);
    }
    if (architecture.ropeTheta <= 0)
        refuse("\"rope_theta\" must be positive.", "Download the model again.", "rope_theta");
}

std::int64_t windowOf(const ConfigReader& config, const Json& raw, const FamilyDefaults& defaults) {
    std::int64_t window = raw.contains("sliding_window") ? config.count("sliding_window", 0) : defaults.slidingWindow;
    if (!config.has("layer_types")) return window;
    const Json& types = config.at("layer_types");
    const auto isSliding = [](const Json& type) { return type == "sliding_attention"; };
    if (std::all_of(types.begin(), types.end(), isSliding)) return window;
    if (std::any_of(types.begin(), types.end(), isSliding))
        refuse("Layers with and without a sliding window in one model cannot be used in this family.", "",
               "layer_types");
    return 0;
}

void readTokenIds(Architecture& architecture, const ConfigReader& config) {
    if (config.has("bos_token_id") && config.at("bos_token_id").is_number_integer())
        architecture.bosTokenId = config.at("bos_token_id").get<std::int64_t>();
    if (!config.has("eos_token_id")) return;
    const Json& eos = config.at("eos_token_id");
    for (const Json& id : eos.is_array() ? eos : Json::array({eos}))
        if (id.is_number_integer()) architecture.eosTokenIds.push_back(id.get<std::int64_t>());
}

void refuseHugeSizes(const Architecture& a) {
    for (const auto& [key, size, most] : {std::tuple{"num_hidden_layers", a.layers, kMostLayers},
                                          {"vocab_size", a.vocabSize, kWidest},
                                          {"hidden_size", a.hiddenSize, kWidest},
                                          {"intermediate_size", a.intermediateSize, kWidest},
                                          {"head_dim", a.heads * a.headDim, kWidest}})
        if (size > most)
            refuse("config.json: \"" + std::string(key) + "\" is larger than that of any real model.",
                   "Download the model again.", key);
}

void refuseWhatIsNotBuilt(const ConfigReader& config) {
    if (config.has("quantization_config"))
        refuse("The weights of this model are quantised.", "Choose the original model of the same name.",
               "quantization_config");
    const std::string activation = config.text("hidden_act", "silu");
    if (activation != "silu")
        refuse("The activation \"" + activation + "\" does not belong to this family.", "", "hidden_act");
    if (config.count("pretraining_tp", 1) > 1)
        refuse("\"pretraining_tp\" above 1 is not supported.", "", "pretraining_tp");
}

} // namespace

Architecture parseArchitecture(const Json& json) {
    const ConfigReader config(json);
    Architecture a;
    a.family = familyOf(config);
    const FamilyDefaults& defaults = families().at(a.family);
    refuseWhatIsNotBuilt(config);
    a.vocabSize = config.count("vocab_size", 32000);
    a.hiddenSize = config.count("hidden_size", 4096);
    a.intermediateSize = config.count("intermediate_size", defaults.intermediate);
    a.layers = config.count("num_hidden_layers", 32);
    a.heads = config.count("num_attention_heads", 32);
    a.kvHeads = config.count("num_key_value_heads", defaults.kvHeads == 0 ? a.heads : defaults.kvHeads);
    if (a.heads % a.kvHeads != 0)
        refuse("The number of attention heads is no multiple of the key/value heads.", "Download the model again.",
               "num_key_value_heads");
    if (!config.has("head_dim") && a.hiddenSize % a.heads != 0)
        refuse("The hidden size is no multiple of the number of heads.", "Download the model again.", "hidden_size");
    a.headDim = config.count("head_dim", a.hiddenSize / a.heads);
    refuseHugeSizes(a);
    if (a.headDim % 2 != 0) refuse("Rotary positions need an even head size.", "Download the model again.", "head_dim");
    a.maxPositions = config.count("max_position_embeddings", defaults.maxPositions);
    a.slidingWindow = windowOf(config, json, defaults);
    a.rmsNormEps = config.number("rms_norm_eps", 1e-6);
    if (a.rmsNormEps < 0) refuse("\"rms_norm_eps\" is negative.", "Download the model again.", "rms_norm_eps");
    readRope(a, config);
    a.attentionBias = a.family == "llama" && config.flag("attention_bias", false);
    a.mlpBias = a.family == "llama" && config.flag("mlp_bias", false);
    a.tieWordEmbeddings = config.flag("tie_word_embeddings", false);
    a.initializerRange = config.number("initializer_range", 0.02);
    a.hiddenAct = config.text("hidden_act", "silu");
    a.dtype = config.text("dtype", config.text("torch_dtype", "float32"));
    readTokenIds(a, config);
    a.raw = json;
    return a;
}

Architecture readArchitecture(const std::filesystem::path& folder) {
    return parseArchitecture(readJson(folder / "config.json"));
}

std::vector<ModuleSpec> modulesOf(const Architecture& a) {
    std::vector<ModuleSpec> modules;
    const auto add = [&](std::string name, ModuleKind kind, std::int64_t out, std::int64_t in, bool bias) {
        modules.push_back({std::move(name), kind, out, in, bias});
    };
    add("model.embed_tokens", ModuleKind::Embedding, a.vocabSize, a.hiddenSize, false);
    const std::int64_t queryWidth = a.heads * a.headDim, keyWidth = a.kvHeads * a.headDim;
    for (std::int64_t layer = 0; layer < a.layers; ++layer) {
        const std::string prefix = "model.layers." + std::to_string(layer) + ".";
        add(prefix + "self_attn.q_proj", ModuleKind::Linear, queryWidth, a.hiddenSize, a.attentionBias);
        add(prefix + "self_attn.k_proj", ModuleKind::Linear, keyWidth, a.hiddenSize, a.attentionBias);
        add(prefix + "self_attn.v_proj", ModuleKind::Linear, keyWidth, a.hiddenSize, a.attentionBias);
        add(prefix + "self_attn.o_proj", ModuleKind::Linear, a.hiddenSize, queryWidth, a.attentionBias);
        add(prefix + "mlp.gate_proj", ModuleKind::Linear, a.intermediateSize, a.hiddenSize, a.mlpBias);
        add(prefix + "mlp.up_proj", ModuleKind::Linear, a.intermediateSize, a.hiddenSize, a.mlpBias);
        add(prefix + "mlp.down_proj", ModuleKind::Linear, a.hiddenSize, a.intermediateSize, a.mlpBias);
        add(prefix + "input_layernorm", ModuleKind::Norm, a.hiddenSize, 0, false);
        add(prefix + "post_attention_layernorm", ModuleKind::Norm, a.hiddenSize, 0, false);
    }
    add("model.norm", ModuleKind::Norm, a.hiddenSize, 0, false);
    add("lm_head", ModuleKind::Linear, a.vocabSize, a.hiddenSize, false);
    return modules;
}

std::int64_t parameterCount(const Architecture& architecture) {
    std::int64_t total = 0;
    for (const ModuleSpec& module : modulesOf(architecture)) {
        if (module.name == "lm_head" && architecture.tieWordEmbeddings) continue;
        total += module.outFeatures * std::max<std::int64_t>(1, module.inFeatures);
        total += module.hasBias ? module.outFeatures : 0;
    }
    return total;
}

} // namespace fettle
