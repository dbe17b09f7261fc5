// Llama 1 to 3, SmolLM2, TinyLlama (arXiv:2302.13971) and the families with the same modules: Mistral, Qwen 2 and 3,
// SmolLM3, Gemma 1, Granite, StableLM. Windows, biases, positions, norms of queries and keys, and the kind of norm are
// in the table.
#include "core/model/blocks/decoder.h"

namespace fettle {

namespace {

DecoderLayer llamaLayer(const Architecture& a, const WeightPath& at, std::size_t index) {
    const LayerSpec& spec = a.layers[index];
    const WeightPath attn = at / "self_attn", mlp = at / "mlp";
    Attention attention(spec.attention, static_cast<std::int64_t>(index),
                        {.in = {(attn / "q_proj").linear(), (attn / "k_proj").linear(), (attn / "v_proj").linear()},
                         .out = (attn / "o_proj").linear(),
                         .qNorm = normIf(spec.attention.hasQkNorm, a, attn / "q_norm"),
                         .kNorm = normIf(spec.attention.hasQkNorm, a, attn / "k_norm")});
    std::vector<Linear> gateUp = {(mlp / "gate_proj").linear(), (mlp / "up_proj").linear()};
    Mlp feedForward(spec.mlp, std::move(gateUp), (mlp / "down_proj").linear());
    return {index, spec.residual, std::move(attention), std::move(feedForward),
            LayerNorms{.beforeAttention = Norm(a, at / "input_layernorm"),
                       .beforeMlp = normIf(spec.norms > 1, a, at / "post_attention_layernorm")}};
}

} // namespace

std::unique_ptr<CausalLM> makeLlama(const Architecture& a, WeightStore& weights, const at::Device& device) {
    const WeightPath model(weights, "model");
    DecoderParts parts{.embedding_VD = (model / "embed_tokens").weight()};
    for (std::size_t i = 0; i < a.layers.size(); ++i)
        parts.layers.push_back(llamaLayer(a, model / "layers" / std::to_string(i), i));
    parts.norm.emplace(a, model / "norm");
    parts.head = WeightPath(weights, "lm_head").head(parts.embedding_VD);
    return std::make_unique<Decoder>(a, device, std::move(parts), weights);
}

} // namespace fettle
