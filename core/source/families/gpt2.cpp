// GPT-2 (transformers configuration_gpt2.py): layer norms, learned positions, one projection [q | k | v] whose matrix
// is stored [in, out], biases everywhere, a tied head.
#include "core/source/families/decoder_keys.h"
#include "core/source/families/family.h"

#include <cmath>

namespace fettle {

namespace {

AttentionSpec attentionOf(const ConfigReader& config, std::int64_t hidden, std::int64_t layer) {
    AttentionSpec attention{.heads = config.count("n_head", 12), .hasQkvBias = true, .hasOutBias = true};
    if (hidden % attention.heads != 0)
        refuseKey("\"n_embd\" is no multiple of \"n_head\".", "Download the model again.", "n_embd");
    attention.kvHeads = attention.heads;
    attention.headDim = hidden / attention.heads;
    const bool isScaled = config.flag("scale_attn_weights", true);
    attention.scale = isScaled ? 1 / std::sqrt(static_cast<double>(attention.headDim)) : 1;
    if (config.flag("scale_attn_by_inverse_layer_idx", false)) attention.scale /= static_cast<double>(layer + 1);
    return attention;
}

Architecture readGpt2(const ConfigReader& config) {
    if (config.flag("add_cross_attention", false))
        refuseKey("A decoder with cross-attention cannot be used.", "Choose a model without it.",
                  "add_cross_attention");
    Architecture a{.hasLearnedPositions = true, .norm = NormKind::Layer};
    readCommonKeys(a, config);
    a.vocabSize = config.count("vocab_size", 50257);
    a.hiddenSize = config.count("n_embd", 768);
    a.maxPositions = config.count("n_positions", 1024);
    a.tieWordEmbeddings = config.flag("tie_word_embeddings", true);
    a.normEps = config.number("layer_norm_epsilon", 1e-5);
    const MlpSpec mlp{.width = config.count("n_inner", 4 * a.hiddenSize),
                      .isGated = false,
                      .activation =
                          activationNamed(config.text("activation_function", "gelu_new"), "activation_function"),
                      .hasBias = true};
    const std::int64_t layers = config.count("n_layer", 12);
    refuseHugeSizes(layers, {{"vocab_size", a.vocabSize},
                             {"n_embd", a.hiddenSize},
                             {"n_inner", mlp.width},
                             {"n_positions", a.maxPositions}});
    for (std::int64_t layer = 0; layer < layers; ++layer)
        a.layers.push_back({.attention = attentionOf(config, a.hiddenSize, layer), .mlp = mlp});
    return a;
}

std::vector<ModuleSpec> gpt2Modules(const Architecture& a) {
    std::vector<ModuleSpec> modules;
    const auto norm = [&](const std::string& name) {
        modules.push_back({name, ModuleKind::Norm, a.hiddenSize, 0, true});
    };
    const auto linear = [&](const std::string& name, std::int64_t out, std::int64_t in) {
        modules.push_back({name, ModuleKind::Linear, out, in, true, true});
    };
    modules.push_back({"transformer.wte", ModuleKind::Embedding, a.vocabSize, a.hiddenSize});
    modules.push_back({"transformer.wpe", ModuleKind::Embedding, a.maxPositions, a.hiddenSize});
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        const std::string at = "transformer.h." + std::to_string(i) + ".";
        const std::int64_t width = a.layers[i].mlp.width;
        norm(at + "ln_1");
        linear(at + "attn.c_attn", 3 * a.hiddenSize, a.hiddenSize);
        linear(at + "attn.c_proj", a.hiddenSize, a.hiddenSize);
        norm(at + "ln_2");
        linear(at + "mlp.c_fc", width, a.hiddenSize);
        linear(at + "mlp.c_proj", a.hiddenSize, width);
    }
    norm("transformer.ln_f");
    modules.push_back({"lm_head", ModuleKind::Head, a.vocabSize, a.hiddenSize});
    modules.back().isTied = a.tieWordEmbeddings;
    return modules;
}

void writeGpt2(const Architecture& a, Json& config) {
    config["vocab_size"] = a.vocabSize;
    config["n_embd"] = a.hiddenSize;
    config["n_layer"] = a.layers.size();
    config["n_head"] = a.layers.front().attention.heads;
    config["n_inner"] = a.layers.front().mlp.width;
    config["n_positions"] = a.maxPositions;
    config["layer_norm_epsilon"] = a.normEps;
}

GgufNames gpt2GgufNames() {
    return {{"transformer.wte", "token_embd"},
            {"transformer.wpe", "position_embd"},
            {"transformer.ln_f", "output_norm"},
            {"lm_head", "output"},
            {"transformer.h.#.ln_1", "blk.#.attn_norm"},
            {"transformer.h.#.attn.c_attn", "blk.#.attn_qkv"},
            {"transformer.h.#.attn.c_proj", "blk.#.attn_output"},
            {"transformer.h.#.ln_2", "blk.#.ffn_norm"},
            {"transformer.h.#.mlp.c_fc", "blk.#.ffn_up"},
            {"transformer.h.#.mlp.c_proj", "blk.#.ffn_down"}};
}

void refuseOtherGpt2(const Architecture& a) {
    for (const LayerSpec& layer : a.layers)
        if (std::abs(layer.attention.scale * std::sqrt(static_cast<double>(layer.attention.headDim)) - 1) > 1e-6)
            refuseForGguf("it scales its attention scores in a way of its own");
}

} // namespace

Family gpt2Family() {
    return {
        .modelType = "gpt2",
        .title = "GPT-2",
        .className = "GPT2LMHeadModel",
        .sequenceClass = "GPT2ForSequenceClassification",
        .basePrefix = "transformer.",
        .read = readGpt2,
        .modules = gpt2Modules,
        .write = writeGpt2,
        .gguf = {.arch = "gpt2", .names = gpt2GgufNames(), .activations = {"gelu_tanh"}, .refuse = refuseOtherGpt2}};
}

} // namespace fettle
