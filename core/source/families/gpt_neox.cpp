// GPT-NeoX and Pythia (arXiv:2204.06745; transformers configuration_gpt_neox.py): layer norms, attention and MLP side
// by side, one projection that lies head by head, a quarter of each head turned, biases everywhere.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"
#include "core/source/families/rope_keys.h"

namespace fettle {

namespace {

Architecture readGptNeox(const ConfigReader& config) {
    Architecture a = readDecoder(config, {.vocab = 50432,
                                          .hidden = 6144,
                                          .intermediate = 24576,
                                          .layers = 44,
                                          .heads = 64,
                                          .maxPositions = 2048,
                                          .activation = "gelu"});
    a.norm = NormKind::Layer;
    a.normEps = config.number("layer_norm_eps", 1e-5);
    readSharedRope(a, config,
                   {.defaultTheta = config.number("rotary_emb_base", 10000),
                    .canBePartial = true,
                    .defaultShare = config.number("rotary_pct", 0.25)});
    const bool hasBias = config.flag("attention_bias", true), isParallel = config.flag("use_parallel_residual", true);
    for (LayerSpec& layer : a.layers) {
        layer.attention.hasQkvBias = layer.attention.hasOutBias = hasBias;
        layer.attention.fusesByHead = true;
        layer.mlp.isGated = false;
        layer.mlp.hasBias = true;
        layer.residual.isParallel = isParallel;
    }
    return a;
}

std::vector<ModuleSpec> gptNeoxModules(const Architecture& a) {
    std::vector<ModuleSpec> modules;
    const auto linear = [&](const std::string& name, std::int64_t out, std::int64_t in, bool hasBias) {
        modules.push_back({name, ModuleKind::Linear, out, in, hasBias});
    };
    const auto norm = [&](const std::string& name) {
        modules.push_back({name, ModuleKind::Norm, a.hiddenSize, 0, true});
    };
    modules.push_back({"gpt_neox.embed_in", ModuleKind::Embedding, a.vocabSize, a.hiddenSize});
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        const AttentionSpec& attention = a.layers[i].attention;
        const std::int64_t width = attention.heads * attention.headDim, inner = a.layers[i].mlp.width;
        const std::string at = "gpt_neox.layers." + std::to_string(i) + ".";
        norm(at + "input_layernorm");
        norm(at + "post_attention_layernorm");
        linear(at + "attention.query_key_value", 3 * width, a.hiddenSize, attention.hasQkvBias);
        linear(at + "attention.dense", a.hiddenSize, width, attention.hasOutBias);
        linear(at + "mlp.dense_h_to_4h", inner, a.hiddenSize, true);
        linear(at + "mlp.dense_4h_to_h", a.hiddenSize, inner, true);
    }
    norm("gpt_neox.final_layer_norm");
    modules.push_back({"embed_out", ModuleKind::Head, a.vocabSize, a.hiddenSize});
    modules.back().isTied = a.tieWordEmbeddings;
    return modules;
}

void writeGptNeox(const Architecture& a, Json& config) {
    const LayerSpec& layer = a.layers.front();
    config["vocab_size"] = a.vocabSize;
    config["hidden_size"] = a.hiddenSize;
    config["intermediate_size"] = layer.mlp.width;
    config["num_hidden_layers"] = a.layers.size();
    config["num_attention_heads"] = layer.attention.heads;
    config["max_position_embeddings"] = a.maxPositions;
    config["layer_norm_eps"] = a.normEps;
}

GgufNames gptNeoxGgufNames() {
    return {{"gpt_neox.embed_in", "token_embd"},
            {"gpt_neox.final_layer_norm", "output_norm"},
            {"embed_out", "output"},
            {"gpt_neox.layers.#.input_layernorm", "blk.#.attn_norm"},
            {"gpt_neox.layers.#.post_attention_layernorm", "blk.#.ffn_norm"},
            {"gpt_neox.layers.#.attention.query_key_value", "blk.#.attn_qkv"},
            {"gpt_neox.layers.#.attention.dense", "blk.#.attn_output"},
            {"gpt_neox.layers.#.mlp.dense_h_to_4h", "blk.#.ffn_up"},
            {"gpt_neox.layers.#.mlp.dense_4h_to_h", "blk.#.ffn_down"}};
}

void refuseOtherGptNeox(const Architecture& a) {
    if (!a.layers.front().attention.hasQkvBias) refuseForGguf("its attention has no biases");
}

void addGptNeoxFields(const Architecture& a, GgufFields& fields) {
    fields.emplace_back("gptneox.use_parallel_residual", a.layers.front().residual.isParallel);
}

void readGptNeoxFields(const GgufHeader& header, Architecture& dimensions, Json& config) {
    readRotaryShare(header, dimensions, config, "rotary_pct");
    config["rotary_emb_base"] = dimensions.ropes.front().theta;
    config["use_parallel_residual"] = header.metadata.flag("gptneox.use_parallel_residual").value_or(true);
}

} // namespace

Family gptNeoxFamily() {
    return {.modelType = "gpt_neox",
            .title = "GPT-NeoX",
            .className = "GPTNeoXForCausalLM",
            .sequenceClass = "GPTNeoXForSequenceClassification",
            .basePrefix = "gpt_neox.",
            .read = readGptNeox,
            .modules = gptNeoxModules,
            .write = writeGptNeox,
            .gguf = {.arch = "gptneox",
                     .names = gptNeoxGgufNames(),
                     .activations = {"gelu", "gelu_tanh"}, // the second stands for both
                     .needsHead = true,
                     .refuse = refuseOtherGptNeox,
                     .addFields = addGptNeoxFields,
                     .readFields = readGptNeoxFields}};
}

} // namespace fettle
