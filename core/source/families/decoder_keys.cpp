#include "core/source/families/decoder_keys.h"

#include "core/base/error.h"

#include <map>

namespace fettle {

namespace {

constexpr std::int64_t kMostLayers = 10'000; // the table of modules is held in memory
constexpr std::int64_t kWidest = 1 << 22;    // so that the parameters of all layers can be counted

void readTokenIds(Architecture& architecture, const ConfigReader& config) {
    if (config.has("bos_token_id") && config.at("bos_token_id").is_number_integer())
        architecture.bosTokenId = config.at("bos_token_id").get<std::int64_t>();
    if (!config.has("eos_token_id")) return;
    const Json& eos = config.at("eos_token_id");
    for (const Json& id : eos.is_array() ? eos : Json::array({eos}))
        if (id.is_number_integer()) architecture.eosTokenIds.push_back(id.get<std::int64_t>());
}

AttentionSpec readHeads(const ConfigReader& config, const DecoderDefaults& defaults, std::int64_t hidden) {
    AttentionSpec attention{.heads = config.count("num_attention_heads", defaults.heads)};
    attention.kvHeads = config.count("num_key_value_heads", defaults.kvHeads == 0 ? attention.heads : defaults.kvHeads);
    if (attention.heads % attention.kvHeads != 0)
        refuseKey("The number of attention heads is no multiple of the key/value heads.", "Download the model again.",
                  "num_key_value_heads");
    if (!config.has("head_dim") && defaults.headDim == 0 && hidden % attention.heads != 0)
        refuseKey("The hidden size is no multiple of the number of heads.", "Download the model again.", "hidden_size");
    attention.headDim = config.count("head_dim", defaults.headDim == 0 ? hidden / attention.heads : defaults.headDim);
    return attention;
}

} // namespace

void refuseKey(const std::string& message, const std::string& hint, const std::string& key) {
    throw Error{ErrorKind::BadModel, message, hint, {{"key", key}}};
}

void refuseHugeSizes(std::int64_t layers, const std::vector<std::pair<const char*, std::int64_t>>& sizes) {
    const auto refuse = [](const std::string& key) {
        refuseKey("config.json: \"" + key + "\" is larger than that of any real model.", "Download the model again.",
                  key);
    };
    if (layers > kMostLayers) refuse("num_hidden_layers");
    for (const auto& [key, size] : sizes)
        if (size > kWidest) refuse(key);
}

std::string activationNamed(const std::string& name, const char* key) {
    static const std::map<std::string, std::string> kNames = {
        {"silu", "silu"},          {"swish", "silu"},          {"gelu", "gelu"},
        {"gelu_new", "gelu_tanh"}, {"gelu_fast", "gelu_tanh"}, {"gelu_pytorch_tanh", "gelu_tanh"},
        {"relu", "relu"}};
    const auto found = kNames.find(name);
    if (found == kNames.end())
        refuseKey("The activation \"" + name + "\" is not known.", "Known are silu, gelu, gelu_new and relu.", key);
    return found->second;
}

void readCommonKeys(Architecture& architecture, const ConfigReader& config) {
    if (config.has("quantization_config"))
        refuseKey("The weights of this model are quantised.", "Choose the original model of the same name.",
                  "quantization_config");
    architecture.initializerRange = config.number("initializer_range", 0.02);
    architecture.dtype = config.text("dtype", config.text("torch_dtype", "float32"));
    readTokenIds(architecture, config);
}

Architecture readDecoder(const ConfigReader& config, const DecoderDefaults& defaults, const char* activationKey) {
    Architecture a;
    readCommonKeys(a, config);
    a.vocabSize = config.count("vocab_size", defaults.vocab);
    a.hiddenSize = config.count("hidden_size", defaults.hidden);
    a.maxPositions = config.count("max_position_embeddings", defaults.maxPositions);
    a.tieWordEmbeddings = config.flag("tie_word_embeddings", defaults.isTied);
    a.normEps = config.number("rms_norm_eps", 1e-6);
    if (a.normEps < 0) refuseKey("\"rms_norm_eps\" is negative.", "Download the model again.", "rms_norm_eps");
    const LayerSpec layer{
        .attention = readHeads(config, defaults, a.hiddenSize),
        .mlp = {.width = config.count("intermediate_size", defaults.intermediate),
                .activation = activationNamed(config.text(activationKey, defaults.activation), activationKey)}};
    const std::int64_t layers = config.count("num_hidden_layers", defaults.layers);
    refuseHugeSizes(layers, {{"vocab_size", a.vocabSize},
                             {"hidden_size", a.hiddenSize},
                             {"intermediate_size", layer.mlp.width},
                             {"head_dim", layer.attention.heads * layer.attention.headDim}});
    a.layers.assign(static_cast<std::size_t>(layers), layer);
    return a;
}

void writeDecoder(const Architecture& a, Json& config) {
    const LayerSpec& layer = a.layers.front();
    config["vocab_size"] = a.vocabSize;
    config["hidden_size"] = a.hiddenSize;
    config["intermediate_size"] = layer.mlp.width;
    config["num_hidden_layers"] = a.layers.size();
    config["num_attention_heads"] = layer.attention.heads;
    config["num_key_value_heads"] = layer.attention.kvHeads;
    config["head_dim"] = layer.attention.headDim;
    config["max_position_embeddings"] = a.maxPositions;
    config["rms_norm_eps"] = a.normEps;
    if (!config.contains("rope_parameters") && !a.ropes.empty()) config["rope_theta"] = a.ropes.front().theta;
}

std::vector<ModuleSpec> llamaModules(const Architecture& a) {
    std::vector<ModuleSpec> modules;
    const auto linear = [&](const std::string& name, std::int64_t out, std::int64_t in, bool bias) {
        modules.push_back({name, ModuleKind::Linear, out, in, bias});
    };
    const auto norm = [&](const std::string& name, std::int64_t width) {
        modules.push_back({name, ModuleKind::Norm, width, 0, a.norm == NormKind::Layer});
    };
    modules.push_back({"model.embed_tokens", ModuleKind::Embedding, a.vocabSize, a.hiddenSize});
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        const auto& [attention, mlp, norms, residual] = a.layers[i];
        const std::string at = "model.layers." + std::to_string(i) + ".";
        const std::int64_t queryWidth = attention.heads * attention.headDim;
        const std::int64_t keyWidth = attention.kvHeads * attention.headDim;
        linear(at + "self_attn.q_proj", queryWidth, a.hiddenSize, attention.hasQkvBias);
        linear(at + "self_attn.k_proj", keyWidth, a.hiddenSize, attention.hasQkvBias);
        linear(at + "self_attn.v_proj", keyWidth, a.hiddenSize, attention.hasQkvBias);
        linear(at + "self_attn.o_proj", a.hiddenSize, queryWidth, attention.hasOutBias);
        for (const char* name : {"self_attn.q_norm", "self_attn.k_norm"})
            if (attention.hasQkNorm) norm(at + name, attention.headDim);
        linear(at + "mlp.gate_proj", mlp.width, a.hiddenSize, mlp.hasBias);
        linear(at + "mlp.up_proj", mlp.width, a.hiddenSize, mlp.hasBias);
        linear(at + "mlp.down_proj", a.hiddenSize, mlp.width, mlp.hasBias);
        norm(at + "input_layernorm", a.hiddenSize);
        if (norms > 1) norm(at + "post_attention_layernorm", a.hiddenSize);
        for (const char* name : {"pre_feedforward_layernorm", "post_feedforward_layernorm"})
            if (norms == 4) norm(at + name, a.hiddenSize);
    }
    norm("model.norm", a.hiddenSize);
    modules.push_back({"lm_head", ModuleKind::Head, a.vocabSize, a.hiddenSize});
    modules.back().isTied = a.tieWordEmbeddings;
    return modules;
}

} // namespace fettle
