// Falcon (arXiv:2311.16867): layer norms, attention and MLP side by side behind one norm or two, or one after the
// other; one projection that lies by key head.
#include "core/model/blocks/decoder.h"

namespace fettle {

namespace {

LayerNorms normsOf(const Architecture& a, const WeightPath& at, const LayerSpec& spec) {
    if (spec.norms == 1) return {.beforeAttention = Norm(a, at / "input_layernorm")};
    if (spec.residual.isParallel)
        return {.beforeAttention = Norm(a, at / "ln_attn"), .beforeMlp = Norm(a, at / "ln_mlp")};
    return {.beforeAttention = Norm(a, at / "input_layernorm"), .beforeMlp = Norm(a, at / "post_attention_layernorm")};
}

DecoderLayer falconLayer(const Architecture& a, const WeightPath& at, std::size_t index) {
    const LayerSpec& spec = a.layers[index];
    const WeightPath attn = at / "self_attention", mlp = at / "mlp";
    Attention attention(spec.attention, static_cast<std::int64_t>(index),
                        {.in = {(attn / "query_key_value").linear()}, .out = (attn / "dense").linear()});
    std::vector<Linear> up = {(mlp / "dense_h_to_4h").linear()};
    Mlp feedForward(spec.mlp, std::move(up), (mlp / "dense_4h_to_h").linear());
    return {index, spec.residual, std::move(attention), std::move(feedForward), normsOf(a, at, spec)};
}

} // namespace

std::unique_ptr<CausalLM> makeFalcon(const Architecture& a, WeightStore& weights, const at::Device& device) {
    const WeightPath transformer(weights, "transformer");
    DecoderParts parts{.embedding_VD = (transformer / "word_embeddings").weight()};
    for (std::size_t i = 0; i < a.layers.size(); ++i)
        parts.layers.push_back(falconLayer(a, transformer / "h" / std::to_string(i), i));
    parts.norm.emplace(a, transformer / "ln_f");
    parts.head = WeightPath(weights, "lm_head").head(parts.embedding_VD);
    return std::make_unique<Decoder>(a, device, std::move(parts), weights);
}

} // namespace fettle
