// GPT-2 (Radford et al., Language Models are Unsupervised Multitask Learners, 2019): layer norms, learned positions,
// one projection for queries, keys and values.
#include "core/model/blocks/decoder.h"

namespace fettle {

namespace {

DecoderLayer gpt2Layer(const Architecture& a, const WeightPath& at, std::size_t index) {
    const LayerSpec& spec = a.layers[index];
    const WeightPath attn = at / "attn", mlp = at / "mlp";
    Norm ln1(a, at / "ln_1");
    Attention attention(spec.attention, static_cast<std::int64_t>(index),
                        {.in = {(attn / "c_attn").linear()}, .out = (attn / "c_proj").linear()});
    Norm ln2(a, at / "ln_2");
    std::vector<Linear> up = {(mlp / "c_fc").linear()};
    Mlp feedForward(spec.mlp, std::move(up), (mlp / "c_proj").linear());
    return {index, spec.residual, std::move(attention), std::move(feedForward),
            LayerNorms{.beforeAttention = std::move(ln1), .beforeMlp = std::move(ln2)}};
}

} // namespace

std::unique_ptr<CausalLM> makeGpt2(const Architecture& a, WeightStore& weights, const at::Device& device) {
    const WeightPath transformer(weights, "transformer");
    DecoderParts parts{.embedding_VD = (transformer / "wte").weight(), .positions_PD = (transformer / "wpe").weight()};
    for (std::size_t i = 0; i < a.layers.size(); ++i)
        parts.layers.push_back(gpt2Layer(a, transformer / "h" / std::to_string(i), i));
    parts.norm.emplace(a, transformer / "ln_f");
    parts.head = WeightPath(weights, "lm_head").head(parts.embedding_VD);
    return std::make_unique<Decoder>(a, device, std::move(parts), weights);
}

} // namespace fettle
