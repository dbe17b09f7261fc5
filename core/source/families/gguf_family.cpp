#include "core/source/families/gguf_family.h"

#include <algorithm>
#include <cmath>

namespace fettle {

namespace {

constexpr const char* kLayer = "model.layers.#.";

void addLayerNames(GgufNames& names, const GgufNames& inLayer) {
    for (const auto& [ours, theirs] : inLayer)
        names.emplace_back(kLayer + ours, "blk.#." + theirs);
}

GgufNames namesButNorms() {
    GgufNames names = {{"model.embed_tokens", "token_embd"}, {"model.norm", "output_norm"}, {"lm_head", "output"}};
    addLayerNames(names, {{"input_layernorm", "attn_norm"},
                          {"self_attn.q_proj", "attn_q"},
                          {"self_attn.k_proj", "attn_k"},
                          {"self_attn.v_proj", "attn_v"},
                          {"self_attn.qkv_proj", "attn_qkv"},
                          {"self_attn.o_proj", "attn_output"},
                          {"self_attn.q_norm", "attn_q_norm"},
                          {"self_attn.k_norm", "attn_k_norm"},
                          {"mlp.gate_proj", "ffn_gate"},
                          {"mlp.up_proj", "ffn_up"},
                          {"mlp.gate_up_proj", "ffn_up"},
                          {"mlp.down_proj", "ffn_down"}});
    return names;
}

double impliedScalar(const Architecture& a, std::size_t layersOfLargest) {
    const AttentionSpec& attention = a.layers.front().attention;
    return static_cast<double>(a.layers.size() == layersOfLargest ? a.hiddenSize / attention.heads : attention.headDim);
}

} // namespace

GgufNames llamaGgufNames() {
    GgufNames names = namesButNorms();
    addLayerNames(names, {{"post_attention_layernorm", "ffn_norm"}});
    return names;
}

GgufNames sandwichGgufNames() {
    GgufNames names = namesButNorms();
    addLayerNames(names, {{"post_attention_layernorm", "post_attention_norm"},
                          {"pre_feedforward_layernorm", "ffn_norm"},
                          {"post_feedforward_layernorm", "post_ffw_norm"}});
    return names;
}

void refuseForGguf(const std::string& reason) {
    throw Error{ErrorKind::BadModel,
                "llama.cpp cannot run this model: " + reason + ".",
                "Write a transformers folder instead (fettle merge).",
                {{"reason", reason}}};
}

std::string archKey(const GgufHeader& header, const std::string& key) {
    return header.metadata.text("general.architecture").value_or("") + "." + key;
}

bool hasTensor(const GgufHeader& header, const std::string& name) {
    return std::ranges::any_of(header.tensors, [&](const GgufTensor& tensor) { return tensor.name == name; });
}

void readBiases(const GgufHeader& header, Architecture&, Json& config) {
    if (hasTensor(header, "blk.0.attn_q.bias")) config["attention_bias"] = true;
    if (hasTensor(header, "blk.0.ffn_up.bias")) config["mlp_bias"] = true;
}

void readRotaryShare(const GgufHeader& header, const Architecture& dimensions, Json& config, const char* key) {
    const std::int64_t headDim = dimensions.layers.front().attention.headDim;
    const std::int64_t turned = header.metadata.whole(archKey(header, "rope.dimension_count")).value_or(headDim);
    config[key] = static_cast<double>(turned) / static_cast<double>(headDim);
}

void readImpliedScale(const Architecture& dimensions, Json& config, std::size_t layersOfLargest) {
    config["query_pre_attn_scalar"] = impliedScalar(dimensions, layersOfLargest);
}

void refuseOtherScale(const Architecture& a, std::size_t layersOfLargest) {
    const double implied = 1 / std::sqrt(impliedScalar(a, layersOfLargest));
    for (const LayerSpec& layer : a.layers)
        if (std::abs(layer.attention.scale - implied) > 1e-6 * implied)
            refuseForGguf("it scales its attention scores in a way of its own (query_pre_attn_scalar)");
}

} // namespace fettle
