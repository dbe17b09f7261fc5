// Phi-3 (arXiv:2404.14219): Llama's layers with one projection for queries, keys and values and one for gate and up.
#include "core/model/blocks/decoder.h"

namespace fettle {

namespace {

DecoderLayer phi3Layer(const Architecture& a, const WeightPath& at, std::size_t index) {
    const LayerSpec& spec = a.layers[index];
    const WeightPath attn = at / "self_attn", mlp = at / "mlp";
    Linear out = (attn / "o_proj").linear();
    Attention attention(spec.attention, static_cast<std::int64_t>(index),
                        {.in = {(attn / "qkv_proj").linear()}, .out = std::move(out)});
    std::vector<Linear> gateUp = {(mlp / "gate_up_proj").linear()};
    Mlp feedForward(spec.mlp, std::move(gateUp), (mlp / "down_proj").linear());
    return {index, spec.residual, std::move(attention), std::move(feedForward),
            LayerNorms{.beforeAttention = Norm(a, at / "input_layernorm"),
                       .beforeMlp = Norm(a, at / "post_attention_layernorm")}};
}

} // namespace

std::unique_ptr<CausalLM> makePhi3(const Architecture& a, WeightStore& weights, const at::Device& device) {
    const WeightPath model(weights, "model");
    DecoderParts parts{.embedding_VD = (model / "embed_tokens").weight()};
    for (std::size_t i = 0; i < a.layers.size(); ++i)
        parts.layers.push_back(phi3Layer(a, model / "layers" / std::to_string(i), i));
    parts.norm.emplace(a, model / "norm");
    parts.head = WeightPath(weights, "lm_head").head(parts.embedding_VD);
    return std::make_unique<Decoder>(a, device, std::move(parts), weights);
}

} // namespace fettle
