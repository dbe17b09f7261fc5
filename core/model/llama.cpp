// The Llama family: Llama 1 to 3, SmolLM2, TinyLlama (arXiv:2302.13971), and Mistral with its window
// (arXiv:2310.06825). N tokens of the batch, D model width, F feed-forward width, H query heads, G key/value heads of
// size d.
#include "core/model/adapted_linears.h"
#include "core/model/families.h"
#include "core/model/rope.h"
#include "core/ops/activation.h"
#include "core/ops/attention.h"
#include "core/ops/checkpoint.h"
#include "core/ops/embedding.h"
#include "core/ops/norm.h"
#include "core/ops/rotary.h"

namespace fettle {

namespace {

// What the layers of one call share. It owns all of it: a checkpointed layer runs again after hidden() returned.
struct Pass {
    AdaptedLinears linears;
    RopeAngles rope;
    std::shared_ptr<const ops::Segments> segments;
    KvCache* cache = nullptr;
    at::Tensor cacheRows_N;
};

struct RmsNorm {
    RmsNorm(const Architecture& a, const WeightPath& at) : weight_D(at.weight()), eps(a.rmsNormEps) {}

    ops::Normed forward(const at::Tensor& x_ND, const at::Tensor& delta_ND) const {
        return ops::addRmsNorm(x_ND, delta_ND, weight_D, eps);
    }

    at::Tensor weight_D;
    double eps;
};

struct Attention {
    Attention(const Architecture& a, const WeightPath& at, std::int64_t layer)
        : q_proj((at / "q_proj").linear()), k_proj((at / "k_proj").linear()), v_proj((at / "v_proj").linear()),
          o_proj((at / "o_proj").linear()), headDim(a.headDim), window(a.slidingWindow), layer(layer) {}

    at::Tensor forward(const at::Tensor& x_ND, const Pass& pass) const {
        const auto qkv = pass.linears(x_ND, {q_proj, k_proj, v_proj});
        const at::Tensor q_NHd = ops::rotary(heads(qkv[0]), pass.rope.cos_Nd, pass.rope.sin_Nd);
        at::Tensor k_MGd = ops::rotary(heads(qkv[1]), pass.rope.cos_Nd, pass.rope.sin_Nd);
        at::Tensor v_MGd = heads(qkv[2]);
        if (pass.cache != nullptr) {
            pass.cache->put(layer, pass.cacheRows_N, k_MGd, v_MGd);
            k_MGd = pass.cache->keys(layer);
            v_MGd = pass.cache->values(layer);
        }
        const at::Tensor o_NHd = ops::attention(q_NHd, k_MGd, v_MGd, *pass.segments, {.window = window});
        return pass.linears(o_NHd.flatten(1), {o_proj}).front();
    }

    at::Tensor heads(const at::Tensor& x) const { return x.unflatten(1, {-1, headDim}); }

    Linear q_proj, k_proj, v_proj, o_proj;
    std::int64_t headDim, window, layer;
};

struct Mlp {
    explicit Mlp(const WeightPath& at)
        : gate_proj((at / "gate_proj").linear()), up_proj((at / "up_proj").linear()),
          down_proj((at / "down_proj").linear()) {}

    at::Tensor forward(const at::Tensor& x_ND, const Pass& pass) const {
        const auto gateUp_NF = pass.linears(x_ND, {gate_proj, up_proj});
        return pass.linears(ops::gatedAct(gateUp_NF[0], gateUp_NF[1], ops::Activation::Silu), {down_proj}).front();
    }

    Linear gate_proj, up_proj, down_proj;
};

// The residual stream, and what the last block adds to it: the addition is fused with the norm that follows.
struct Stream {
    at::Tensor x_ND, delta_ND;
};

struct DecoderLayer {
    DecoderLayer(const Architecture& a, const WeightPath& at, std::int64_t index)
        : self_attn(a, at / "self_attn", index), mlp(at / "mlp"), input_layernorm(a, at / "input_layernorm"),
          post_attention_layernorm(a, at / "post_attention_layernorm") {}

    Stream forward(const Stream& in, const Pass& pass) const {
        const auto [x_ND, attended_ND] = input_layernorm.forward(in.x_ND, in.delta_ND);
        const auto [y_ND, fed_ND] = post_attention_layernorm.forward(x_ND, self_attn.forward(attended_ND, pass));
        return {y_ND, mlp.forward(fed_ND, pass)};
    }

    Attention self_attn;
    Mlp mlp;
    RmsNorm input_layernorm, post_attention_layernorm;
};

Stream recomputed(const DecoderLayer& layer, const Stream& in, const std::shared_ptr<const Pass>& pass) {
    const auto run = [&layer, pass](const std::vector<at::Tensor>& stream) {
        const Stream out = layer.forward({stream[0], stream[1]}, *pass);
        return std::vector<at::Tensor>{out.x_ND, out.delta_ND};
    };
    const auto out = ops::checkpoint(run, {in.x_ND, in.delta_ND});
    return {out[0], out[1]};
}

class Llama : public CausalLM {
public:
    Llama(const Architecture& a, WeightStore& weights, const at::Device& device)
        : CausalLM(a, device), embed_tokens_VD(WeightPath(weights, "model.embed_tokens").weight()),
          layers(makeLayers(a, WeightPath(weights, "model.layers"))), norm(a, WeightPath(weights, "model.norm")),
          lm_head(a.tieWordEmbeddings ? weights.linearWeight(embed_tokens_VD)
                                      : WeightPath(weights, "lm_head").linear().weight),
          m_parameters(weights.taken()) {}

    at::Tensor hidden(const Call& call) const override {
        const Batch& batch = call.batch;
        const auto pass =
            std::make_shared<const Pass>(Pass{.linears = AdaptedLinears(call),
                                              .rope = ropeAngles(m_architecture, batch.positions_N, batch.maxPosition),
                                              .segments = batch.segments,
                                              .cache = call.cache,
                                              .cacheRows_N = batch.cacheRows_N});
        const bool isRecomputed = call.checkpointing && at::GradMode::is_enabled();
        Stream stream{ops::embedding(batch.tokens_N, embed_tokens_VD, call.compute)};
        for (const DecoderLayer& layer : layers)
            stream = isRecomputed ? recomputed(layer, stream, pass) : layer.forward(stream, *pass);
        return norm.forward(stream.x_ND, stream.delta_ND).normed;
    }

    const ops::LinearWeight& head() const override { return lm_head; }
    NamedTensors parameters() const override { return m_parameters; }

private:
    static std::vector<DecoderLayer> makeLayers(const Architecture& a, const WeightPath& at) {
        std::vector<DecoderLayer> layers;
        for (std::int64_t i = 0; i < a.layers; ++i)
            layers.emplace_back(a, at / std::to_string(i), i);
        return layers;
    }

    at::Tensor embed_tokens_VD;
    std::vector<DecoderLayer> layers;
    RmsNorm norm;
    ops::LinearWeight lm_head;
    NamedTensors m_parameters;
};

} // namespace

std::unique_ptr<CausalLM> makeLlama(const Architecture& architecture, WeightStore& weights, const at::Device& device) {
    return std::make_unique<Llama>(architecture, weights, device);
}

} // namespace fettle
