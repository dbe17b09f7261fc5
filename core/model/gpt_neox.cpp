// GPT-NeoX (arXiv:2204.06745): layer norms, attention and MLP side by side, one projection that lies head by head.
#include "core/model/blocks/decoder.h"

namespace fettle {

namespace {

DecoderLayer gptNeoxLayer(const Architecture& a, const WeightPath& at, std::size_t index) {
    const LayerSpec& spec = a.layers[index];
    const WeightPath attn = at / "attention", mlp = at / "mlp";
    Norm first(a, at / "input_layernorm"), second(a, at / "post_attention_layernorm");
    Attention attention(spec.attention, static_cast<std::int64_t>(index),
                        {.in = {(attn / "query_key_value").linear()}, .out = (attn / "dense").linear()});
    std::vector<Linear> up = {(mlp / "dense_h_to_4h").linear()};
    Mlp feedForward(spec.mlp, std::move(up), (mlp / "dense_4h_to_h").linear());
    return {index, spec.residual, std::move(attention), std::move(feedForward),
            LayerNorms{.beforeAttention = std::move(first), .beforeMlp = std::move(second)}};
}

} // namespace

std::unique_ptr<CausalLM> makeGptNeox(const Architecture& a, WeightStore& weights, const at::Device& device) {
    const WeightPath model(weights, "gpt_neox");
    DecoderParts parts{.embedding_VD = (model / "embed_in").weight()};
    for (std::size_t i = 0; i < a.layers.size(); ++i)
        parts.layers.push_back(gptNeoxLayer(a, model / "layers" / std::to_string(i), i));
    parts.norm.emplace(a, model / "final_layer_norm");
    parts.head = WeightPath(weights, "embed_out").head(parts.embedding_VD);
    return std::make_unique<Decoder>(a, device, std::move(parts), weights);
}

} // namespace fettle
