#include "core/ops/activation.h"
#include "core/ops/dropout_hash.h"
#include "core/ops/embedding.h"
#include "core/ops/norm.h"
#include "core/ops/op_case.h"
#include "core/ops/reference/reference.h"
#include "core/ops/rotary.h"
#include "core/ops/sampling.h"
#include "core/ops/token_log_prob.h"

#include <ATen/CPUGeneratorImpl.h>

namespace fettle::ops {

namespace {

constexpr std::uint64_t kSeed = 20;
constexpr double kEps = 1e-5;

// Draws inputs one after the other from one generator.
class Draw {
public:
    at::Tensor normal(at::IntArrayRef shape, double scale = 1) {
        return at::randn(shape, m_generator, at::kDouble) * scale;
    }
    at::Tensor whole(std::int64_t below, std::int64_t count) {
        return at::randint(0, below, {count}, m_generator, at::kLong);
    }

private:
    at::Generator m_generator = at::make_generator<at::CPUGeneratorImpl>(kSeed);
};

OpCase normCase(Draw& draw, std::int64_t width, double offset) {
    return {.name = "addRmsNorm D=" + std::to_string(width) + (offset != 0 ? " with an offset" : ""),
            .activations = {draw.normal({7, width}), draw.normal({7, width})},
            .masters = {1 - offset + draw.normal({width}, 0.1)},
            .operation =
                [offset](const TensorList& a, const TensorList& m, at::ScalarType) {
                    const Normed result = addRmsNorm(a[0], a[1], m[0], kEps, offset);
                    return TensorList{result.sum, result.normed};
                },
            .oracle =
                [offset](const TensorList& a, const TensorList& m) {
                    const at::Tensor sum = a[0] + a[1];
                    return TensorList{sum, reference::rmsNorm(sum, m[0], kEps, offset)};
                }};
}

OpCase layerNormCase(Draw& draw, std::int64_t width, bool hasBias) {
    TensorList masters = {1 + draw.normal({width}, 0.1)};
    if (hasBias) masters.push_back(draw.normal({width}));
    const auto biasOf = [hasBias](const TensorList& m) { return hasBias ? m[1] : at::Tensor(); };
    return {.name = "addLayerNorm D=" + std::to_string(width) + (hasBias ? "" : " without bias"),
            .activations = {draw.normal({7, width}), draw.normal({7, width})},
            .masters = std::move(masters),
            .operation =
                [biasOf](const TensorList& a, const TensorList& m, at::ScalarType) {
                    const Normed result = addLayerNorm(a[0], a[1], m[0], biasOf(m), kEps);
                    return TensorList{result.sum, result.normed};
                },
            .oracle =
                [biasOf](const TensorList& a, const TensorList& m) {
                    const at::Tensor sum = a[0] + a[1];
                    return TensorList{sum, reference::layerNorm(sum, m[0], biasOf(m), kEps)};
                }};
}

OpCase rotaryCase(Draw& draw, std::int64_t head, std::int64_t rotated) {
    const at::Tensor angles = draw.normal({5, rotated / 2}, 3).to(at::kFloat);
    return {.name = "rotary head=" + std::to_string(head) + " rotated=" + std::to_string(rotated),
            .activations = {draw.normal({5, 3, head})},
            .operation =
                [angles](const TensorList& a, const TensorList&, at::ScalarType) {
                    const at::Tensor here = angles.to(a[0].device());
                    return TensorList{ops::rotary(a[0], here.cos(), here.sin())};
                },
            .oracle =
                [angles](const TensorList& a, const TensorList&) {
                    const at::Tensor wide = angles.to(at::kDouble);
                    return TensorList{reference::rotary(a[0], wide.cos(), wide.sin())};
                }};
}

const std::pair<const char*, Activation> kActivations[] = {{"silu", Activation::Silu},
                                                           {"gelu", Activation::Gelu},
                                                           {"gelu_tanh", Activation::GeluTanh},
                                                           {"relu", Activation::Relu}};

OpCase gatedCase(Draw& draw, const std::string& name, Activation activation) {
    return {.name = "gatedAct " + name,
            .activations = {draw.normal({6, 40}, 2), draw.normal({6, 40})},
            .operation = [activation](const TensorList& a, const TensorList&,
                                      at::ScalarType) { return TensorList{gatedAct(a[0], a[1], activation)}; },
            .oracle = [activation](const TensorList& a,
                                   const TensorList&) { return TensorList{reference::act(a[0], activation) * a[1]}; }};
}

OpCase actCase(Draw& draw, const std::string& name, Activation activation) {
    return {.name = "act " + name,
            .activations = {draw.normal({6, 40}, 2)},
            .operation = [activation](const TensorList& a, const TensorList&,
                                      at::ScalarType) { return TensorList{act(a[0], activation)}; },
            .oracle = [activation](const TensorList& a,
                                   const TensorList&) { return TensorList{reference::act(a[0], activation)}; }};
}

// A matrix that lies the other way, beside a branch: its gradient comes back as it lies.
OpCase transposedCase(Draw& draw) {
    return {.name = "linears, transposed",
            .activations = {draw.normal({9, 24})},
            .masters = {draw.normal({24, 16}, 0.2), draw.normal({16}), draw.normal({4, 24}, 0.2),
                        draw.normal({16, 4}, 0.2)},
            .operation =
                [](const TensorList& a, const TensorList& m, at::ScalarType compute) {
                    return linears(a[0],
                                   {{.weight = LinearWeight::transposed(m[0], m[1]),
                                     .branches = {{.A = m[2], .B = m[3], .scale = 1.5}}}},
                                   {.compute = compute, .training = true});
                },
            .oracle =
                [](const TensorList& a, const TensorList& m) {
                    return TensorList{reference::linear(
                        {.x_ND = a[0], .weight = m[0].t(), .bias = m[1], .A = m[2], .B = m[3], .scale = 1.5})};
                }};
}

// What NF4 makes of a matrix is the case's matrix.
OpCase nf4Case(Draw& draw) {
    const at::Tensor weight = draw.normal({16, 24}).to(at::kFloat);
    const at::Tensor kept = nf4Storage(weight, true)->dense(at::kFloat);
    return {.name = "linears, nf4",
            .activations = {draw.normal({9, 24})},
            .operation =
                [weight](const TensorList& a, const TensorList&, at::ScalarType compute) {
                    const LinearWeight dense(weight.to(a[0].device()));
                    return linears(a[0], {{.weight = dense.quantized({"nf4"})}}, {.compute = compute});
                },
            .oracle =
                [kept](const TensorList& a, const TensorList&) {
                    return TensorList{reference::linear({.x_ND = a[0], .weight = kept.to(at::kDouble)})};
                }};
}

// Whole numbers as weights are exact in 8 bits once the largest of a row is 127.
OpCase int8Case(Draw& draw) {
    at::Tensor weight = draw.whole(255, 16 * 24).sub(127).view({16, 24}).to(at::kFloat);
    weight.select(1, 0).fill_(127);
    weight = weight / 64;
    const at::Tensor bias = draw.normal({16}).to(at::kFloat);
    return {.name = "linears, int8",
            .activations = {draw.normal({9, 24})},
            .operation =
                [weight, bias](const TensorList& a, const TensorList&, at::ScalarType compute) {
                    const at::Device device = a[0].device();
                    const LinearWeight dense(weight.to(device), bias.to(device));
                    return linears(a[0], {{.weight = dense.quantized({"int8"})}}, {.compute = compute});
                },
            .oracle =
                [weight, bias](const TensorList& a, const TensorList&) {
                    return TensorList{reference::linear(
                        {.x_ND = a[0], .weight = weight.to(at::kDouble), .bias = bias.to(at::kDouble)})};
                }};
}

OpCase embeddingCase(Draw& draw) {
    const at::Tensor tokens = draw.whole(11, 9); // some tokens come twice
    return {.name = "embedding",
            .masters = {draw.normal({11, 8})},
            .operation =
                [tokens](const TensorList&, const TensorList& m, at::ScalarType compute) {
                    return TensorList{embedding(tokens.to(m[0].device()), m[0], compute)};
                },
            .oracle = [tokens](const TensorList&,
                               const TensorList& m) { return TensorList{m[0].index_select(0, tokens)}; }};
}

// Two projections of one input: one with bias, and a branch with strengths and dropout beside the other.
OpCase linearsCase(Draw& draw, double dropout) {
    const at::Tensor strength = draw.normal({9}).to(at::kFloat);
    const DropoutKey key{.seed = 5, .step = 3, .microBatch = 1};
    constexpr std::uint32_t kModule = 2;
    const auto keep = [dropout, key](const at::Tensor& x) {
        return dropoutMask(x.numel(), dropout, key, kModule, at::kCPU).view(x.sizes()).to(at::kDouble);
    };
    return {.name = dropout > 0 ? "linears with dropout" : "linears",
            .activations = {draw.normal({9, 24})},
            .masters = {draw.normal({16, 24}, 0.2), draw.normal({16}), draw.normal({20, 24}, 0.2),
                        draw.normal({4, 24}, 0.2), draw.normal({20, 4}, 0.2)},
            .operation =
                [strength, dropout, key](const TensorList& a, const TensorList& m, at::ScalarType compute) {
                    const LowRankBranch branch{
                        .A = m[3], .B = m[4], .scale = 1.5, .dropout = dropout, .strength = strength.to(a[0].device())};
                    return linears(a[0],
                                   {{.weight = LinearWeight(m[0], m[1])},
                                    {.weight = LinearWeight(m[2]), .branches = {branch}, .module = kModule}},
                                   {.compute = compute, .training = true, .dropout = key});
                },
            .oracle =
                [strength, dropout, keep](const TensorList& a, const TensorList& m) {
                    return TensorList{reference::linear({.x_ND = a[0], .weight = m[0], .bias = m[1]}),
                                      reference::linear({.x_ND = a[0],
                                                         .weight = m[2],
                                                         .A = m[3],
                                                         .B = m[4],
                                                         .strength_N = strength.to(at::kDouble),
                                                         .keep_ND = dropout > 0 ? keep(a[0]) : at::Tensor(),
                                                         .scale = 1.5,
                                                         .dropout = dropout})};
                }};
}

OpCase tokenLogProbCase(Draw& draw, bool isHeadTrained, double softCap) {
    const at::Tensor rows = draw.whole(6, 10), tokens = draw.whole(50, 10); // a row may have several targets
    const at::Tensor head = draw.normal({50, 16}, 0.3);
    const auto headOf = [head](const TensorList& m, const at::Device& device, at::ScalarType type) {
        return m.empty() ? head.to(device, type) : m[0];
    };
    return {.name = std::string("tokenLogProb, head ") + (isHeadTrained ? "trained" : "frozen") +
                    (softCap > 0 ? ", soft cap" : ""),
            .activations = {draw.normal({6, 16})},
            .masters = isHeadTrained ? TensorList{head} : TensorList{},
            .operation =
                [=](const TensorList& a, const TensorList& m, at::ScalarType compute) {
                    const Head given{LinearWeight(headOf(m, a[0].device(), compute)), softCap};
                    const TargetTokens targets{rows.to(a[0].device()), tokens.to(a[0].device())};
                    return TensorList{tokenLogProb(a[0], given, targets, compute, /*chunk=*/4).logProb_T};
                },
            .oracle =
                [=](const TensorList& a, const TensorList& m) {
                    return TensorList{
                        reference::tokenLogProb(a[0], headOf(m, at::kCPU, at::kDouble), rows, tokens, softCap)};
                }};
}

constexpr std::int32_t kSeen[] = {3, 17, 90, 3};

// Every processor and warper by itself and all together, each with a draw of its own.
std::vector<SamplingRow> samplingRows() {
    const std::vector<SamplingRow> kinds = {
        {.temperature = 0},
        {.temperature = 0, .repetitionPenalty = 1.5, .seen = kSeen},
        {},
        {.temperature = 0.7},
        {.topK = 5},
        {.topP = 0.6},
        {.topP = 0.01},
        {.minP = 0.2},
        {.temperature = 1.3, .topK = 40, .topP = 0.9, .minP = 0.05, .repetitionPenalty = 1.2, .seen = kSeen}};
    std::vector<SamplingRow> rows;
    for (SamplingRow row : kinds)
        for (const double uniform : {0.03, 0.48, 0.97}) {
            row.knownIds = 96;
            row.uniform = uniform;
            row.likeliest = 4;
            rows.push_back(row);
        }
    return rows;
}

TensorList figuresOf(const std::vector<Sampled>& sampled) {
    std::vector<double> ids, logProbs;
    for (const Sampled& one : sampled) {
        ids.push_back(static_cast<double>(one.id));
        logProbs.push_back(one.logProb);
        for (const LikelyId& likely : one.likeliest) {
            ids.push_back(static_cast<double>(likely.id));
            logProbs.push_back(likely.logProb);
        }
    }
    return {at::tensor(ids, at::kDouble), at::tensor(logProbs, at::kDouble)};
}

// Whole 16ths, which no type rounds, no two of a row equal.
OpCase samplingCase(Draw& draw) {
    const std::vector<SamplingRow> rows = samplingRows();
    TensorList logits;
    for (std::size_t i = 0; i < rows.size(); ++i)
        logits.push_back((draw.normal({100}).argsort() - 70).to(at::kDouble) / 16);
    return {.name = "sampleTokens",
            .activations = {at::stack(logits)},
            .operation = [rows](const TensorList& a, const TensorList&,
                                at::ScalarType) { return figuresOf(sampleTokens(a[0], rows)); },
            .oracle = [rows](const TensorList& a,
                             const TensorList&) { return figuresOf(reference::sampleTokens(a[0], rows)); }};
}

} // namespace

std::vector<OpCase> attentionCases();

std::vector<OpCase> opCases(const at::Device&) {
    Draw draw;
    std::vector<OpCase> cases = {normCase(draw, 16, 0),
                                 normCase(draw, 576, 0),
                                 normCase(draw, 48, 1),
                                 layerNormCase(draw, 16, true),
                                 layerNormCase(draw, 576, false),
                                 rotaryCase(draw, 32, 32),
                                 rotaryCase(draw, 64, 48),
                                 embeddingCase(draw),
                                 linearsCase(draw, 0),
                                 linearsCase(draw, 0.3),
                                 transposedCase(draw),
                                 int8Case(draw),
                                 nf4Case(draw),
                                 tokenLogProbCase(draw, false, 0),
                                 tokenLogProbCase(draw, true, 0),
                                 tokenLogProbCase(draw, false, 2),
                                 tokenLogProbCase(draw, true, 2),
                                 samplingCase(draw)};
    for (const auto& [name, activation] : kActivations) {
        cases.push_back(gatedCase(draw, name, activation));
        cases.push_back(actCase(draw, name, activation));
    }
    for (OpCase& one : attentionCases())
        cases.push_back(std::move(one));
    return cases;
}

} // namespace fettle::ops
