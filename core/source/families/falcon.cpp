// Falcon (arXiv:2311.16867; transformers configuration_falcon.py): layer norms; attention and MLP side by side behind
// one norm or two, or one after the other; one projection that lies by key head, of which the first models have a
// single one.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/rope_keys.h"

namespace fettle {

namespace {

std::int64_t keyHeads(const ConfigReader& config, std::int64_t heads) {
    if (config.flag("new_decoder_architecture", false)) return config.count("num_kv_heads", heads);
    return config.flag("multi_query", true) ? 1 : heads;
}

std::int64_t normsOf(const ConfigReader& config) {
    if (!config.flag("parallel_attn", true)) return 2;
    return config.flag("new_decoder_architecture", false) ? config.count("num_ln_in_parallel_attn", 2) : 1;
}

AttentionSpec falconAttention(const ConfigReader& config, std::int64_t hidden) {
    AttentionSpec attention{.heads = config.count("num_attention_heads", 71), .fusesByHead = true};
    if (hidden % attention.heads != 0)
        refuseKey("The hidden size is no multiple of the number of heads.", "Download the model again.", "hidden_size");
    attention.headDim = hidden / attention.heads;
    attention.kvHeads = keyHeads(config, attention.heads);
    if (attention.heads % attention.kvHeads != 0)
        refuseKey("The number of attention heads is no multiple of the key/value heads.", "Download the model again.",
                  "num_kv_heads");
    attention.hasQkvBias = attention.hasOutBias = config.flag("bias", false);
    return attention;
}

Architecture readFalcon(const ConfigReader& config) {
    if (config.flag("alibi", false))
        refuseKey("Positions by ALiBi are not supported.", "Choose a Falcon with rotary positions.", "alibi");
    Architecture a;
    readCommonKeys(a, config);
    a.vocabSize = config.count("vocab_size", 65024);
    a.hiddenSize = config.count("hidden_size", 4544);
    a.maxPositions = config.count("max_position_embeddings", 2048);
    a.tieWordEmbeddings = config.flag("tie_word_embeddings", true);
    a.norm = NormKind::Layer;
    a.normEps = config.number("layer_norm_epsilon", 1e-5);
    const LayerSpec layer{.attention = falconAttention(config, a.hiddenSize),
                          .mlp = {.width = config.count("ffn_hidden_size", 4 * a.hiddenSize),
                                  .isGated = false,
                                  .activation = activationNamed(config.text("activation", "gelu"), "activation"),
                                  .hasBias = config.flag("bias", false)},
                          .norms = normsOf(config),
                          .residual = {.isParallel = config.flag("parallel_attn", true)}};
    const std::int64_t layers = config.count("num_hidden_layers", 32);
    refuseHugeSizes(layers,
                    {{"vocab_size", a.vocabSize}, {"hidden_size", a.hiddenSize}, {"ffn_hidden_size", layer.mlp.width}});
    a.layers.assign(static_cast<std::size_t>(layers), layer);
    readSharedRope(a, config);
    return a;
}

std::vector<std::string> normNames(const LayerSpec& layer) {
    if (layer.norms == 1) return {"input_layernorm"};
    if (layer.residual.isParallel) return {"ln_attn", "ln_mlp"};
    return {"input_layernorm", "post_attention_layernorm"};
}

std::vector<ModuleSpec> falconModules(const Architecture& a) {
    std::vector<ModuleSpec> modules = {
        {"transformer.word_embeddings", ModuleKind::Embedding, a.vocabSize, a.hiddenSize}};
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        const LayerSpec& layer = a.layers[i];
        const AttentionSpec& attention = layer.attention;
        const std::int64_t fused = (attention.heads + 2 * attention.kvHeads) * attention.headDim;
        const std::string at = "transformer.h." + std::to_string(i) + ".";
        const auto linear = [&](const char* name, std::int64_t out, std::int64_t in) {
            modules.push_back({at + name, ModuleKind::Linear, out, in, layer.mlp.hasBias});
        };
        linear("self_attention.query_key_value", fused, a.hiddenSize);
        linear("self_attention.dense", a.hiddenSize, attention.heads * attention.headDim);
        linear("mlp.dense_h_to_4h", layer.mlp.width, a.hiddenSize);
        linear("mlp.dense_4h_to_h", a.hiddenSize, layer.mlp.width);
        for (const std::string& name : normNames(layer))
            modules.push_back({at + name, ModuleKind::Norm, a.hiddenSize, 0, true});
    }
    modules.push_back({"transformer.ln_f", ModuleKind::Norm, a.hiddenSize, 0, true});
    modules.push_back({"lm_head", ModuleKind::Head, a.vocabSize, a.hiddenSize});
    modules.back().isTied = a.tieWordEmbeddings;
    return modules;
}

void writeFalcon(const Architecture& a, Json& config) {
    const LayerSpec& layer = a.layers.front();
    config["vocab_size"] = a.vocabSize;
    config["hidden_size"] = a.hiddenSize;
    config["num_hidden_layers"] = a.layers.size();
    config["num_attention_heads"] = layer.attention.heads;
    config["ffn_hidden_size"] = layer.mlp.width;
    config["max_position_embeddings"] = a.maxPositions;
    config["layer_norm_epsilon"] = a.normEps;
    if (config.value("new_decoder_architecture", false)) config["num_kv_heads"] = layer.attention.kvHeads;
}

GgufNames falconGgufNames() {
    return {{"transformer.word_embeddings", "token_embd"},
            {"transformer.ln_f", "output_norm"},
            {"lm_head", "output"},
            {"transformer.h.#.input_layernorm", "blk.#.attn_norm"},
            {"transformer.h.#.ln_mlp", "blk.#.attn_norm"},
            {"transformer.h.#.ln_attn", "blk.#.attn_norm_2"},
            {"transformer.h.#.self_attention.query_key_value", "blk.#.attn_qkv"},
            {"transformer.h.#.self_attention.dense", "blk.#.attn_output"},
            {"transformer.h.#.mlp.dense_h_to_4h", "blk.#.ffn_up"},
            {"transformer.h.#.mlp.dense_4h_to_h", "blk.#.ffn_down"}};
}

void refuseOtherFalcon(const Architecture& a) {
    const LayerSpec& layer = a.layers.front();
    if (!layer.residual.isParallel) refuseForGguf("its attention and MLP are not side by side");
    if (layer.mlp.hasBias) refuseForGguf("its layers have biases");
}

void addFalconFields(const Architecture&, GgufFields& fields) {
    fields.emplace_back("falcon.tensor_data_layout", std::string("jploski"));
}

void readFalconFields(const GgufHeader& header, Architecture& dimensions, Json& config) {
    const bool isNew = dimensions.layers.front().attention.kvHeads > 1;
    config["new_decoder_architecture"] = isNew;
    if (isNew) config["num_ln_in_parallel_attn"] = hasTensor(header, "blk.0.attn_norm_2.weight") ? 2 : 1;
}

} // namespace

Family falconFamily() {
    return {.modelType = "falcon",
            .title = "Falcon",
            .className = "FalconForCausalLM",
            .sequenceClass = "FalconForSequenceClassification",
            .basePrefix = "transformer.",
            .read = readFalcon,
            .modules = falconModules,
            .write = writeFalcon,
            .gguf = {.arch = "falcon",
                     .names = falconGgufNames(),
                     .activations = {"gelu", "gelu_tanh"}, // the second stands for both
                     .refuse = refuseOtherFalcon,
                     .addFields = addFalconFields,
                     .readFields = readFalconFields}};
}

} // namespace fettle
