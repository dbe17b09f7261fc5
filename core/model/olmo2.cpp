// OLMo 2 (arXiv:2501.00656): Llama's blocks with their norms behind them.
#include "core/model/blocks/decoder.h"

namespace fettle {

namespace {

DecoderLayer olmo2Layer(const Architecture& a, const WeightPath& at, std::size_t index) {
    const LayerSpec& spec = a.layers[index];
    const WeightPath attn = at / "self_attn", mlp = at / "mlp";
    Attention attention(spec.attention, static_cast<std::int64_t>(index),
                        {.in = {(attn / "q_proj").linear(), (attn / "k_proj").linear(), (attn / "v_proj").linear()},
                         .out = (attn / "o_proj").linear(),
                         .qNorm = Norm(a, attn / "q_norm"),
                         .kNorm = Norm(a, attn / "k_norm")});
    std::vector<Linear> gateUp = {(mlp / "gate_proj").linear(), (mlp / "up_proj").linear()};
    Mlp feedForward(spec.mlp, std::move(gateUp), (mlp / "down_proj").linear());
    return {index, spec.residual, std::move(attention), std::move(feedForward),
            LayerNorms{.afterAttention = Norm(a, at / "post_attention_layernorm"),
                       .afterMlp = Norm(a, at / "post_feedforward_layernorm")}};
}

} // namespace

std::unique_ptr<CausalLM> makeOlmo2(const Architecture& a, WeightStore& weights, const at::Device& device) {
    const WeightPath model(weights, "model");
    DecoderParts parts{.embedding_VD = (model / "embed_tokens").weight()};
    for (std::size_t i = 0; i < a.layers.size(); ++i)
        parts.layers.push_back(olmo2Layer(a, model / "layers" / std::to_string(i), i));
    parts.norm.emplace(a, model / "norm");
    parts.head = WeightPath(weights, "lm_head").head(parts.embedding_VD);
    return std::make_unique<Decoder>(a, device, std::move(parts), weights);
}

} // namespace fettle
