#include "core/ops/reference/reference.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace fettle::ops::reference {

at::Tensor rmsNorm(const at::Tensor& x_ND, const at::Tensor& weight_D, double eps, double offset) {
    return x_ND / at::sqrt(x_ND.square().mean(-1, true) + eps) * (offset + weight_D);
}

at::Tensor layerNorm(const at::Tensor& x_ND, const at::Tensor& weight_D, const at::Tensor& bias_D, double eps) {
    const at::Tensor centred = x_ND - x_ND.mean(-1, true);
    const at::Tensor scaled = centred / at::sqrt(centred.square().mean(-1, true) + eps) * weight_D;
    return bias_D.defined() ? scaled + bias_D : scaled;
}

at::Tensor rotary(const at::Tensor& x_NHd, const at::Tensor& cos_Nd, const at::Tensor& sin_Nd) {
    const std::int64_t half = cos_Nd.size(1);
    const at::Tensor cos = cos_Nd.unsqueeze(1), sin = sin_Nd.unsqueeze(1);
    const at::Tensor a = x_NHd.slice(-1, 0, half), b = x_NHd.slice(-1, half, 2 * half);
    return at::cat({a * cos - b * sin, b * cos + a * sin, x_NHd.slice(-1, 2 * half)}, -1);
}

at::Tensor act(const at::Tensor& x, Activation activation) {
    switch (activation) {
    case Activation::Silu:
        return x / (1 + at::exp(-x));
    case Activation::Gelu:
        return x * (1 + at::erf(x / std::sqrt(2.0))) / 2;
    case Activation::GeluTanh:
        return x * (1 + at::tanh(std::sqrt(2 / std::numbers::pi) * (x + 0.044715 * x.pow(3)))) / 2;
    case Activation::Relu:
        return x * (x > 0);
    }
    return {};
}

at::Tensor linear(const LinearInputs& in) {
    at::Tensor y = at::matmul(in.x_ND, in.weight.t());
    if (in.bias.defined()) y = y + in.bias;
    if (!in.A.defined()) return y;
    const at::Tensor dropped = in.keep_ND.defined() ? in.x_ND * in.keep_ND / (1 - in.dropout) : in.x_ND;
    at::Tensor update = at::matmul(at::matmul(dropped, in.A.t()), in.B.t()) * in.scale;
    if (in.strength_N.defined()) update = update * in.strength_N.unsqueeze(1);
    return y + update;
}

namespace {

// [queries, keys] of one segment, true where the key is visible.
at::Tensor visible(const Segment& segment, std::int64_t window, std::vector<std::int64_t>& keyRows) {
    std::vector<std::int64_t> positions;
    for (const KeySpan& span : segment.keys)
        for (std::int64_t row = span.begin; row < span.end; ++row) {
            keyRows.push_back(row);
            positions.push_back(span.position + row - span.begin);
        }
    const std::int64_t queries = segment.end - segment.begin;
    at::Tensor mask = at::zeros({queries, std::ssize(positions)}, at::kBool);
    for (std::int64_t q = 0; q < queries; ++q)
        for (std::int64_t k = 0; k < std::ssize(positions); ++k) {
            const std::int64_t distance = segment.position + q - positions[static_cast<std::size_t>(k)];
            mask[q][k] = distance >= 0 && (window == 0 || distance < window);
        }
    return mask;
}

} // namespace

at::Tensor attention(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                     const std::vector<Segment>& segments, const AttentionOptions& options) {
    const std::int64_t repeats = q_NHd.size(1) / k_MGd.size(1);
    const double scale = options.scale != 0 ? options.scale : 1 / std::sqrt(static_cast<double>(q_NHd.size(2)));
    std::vector<at::Tensor> rows(static_cast<std::size_t>(q_NHd.size(0)), at::zeros_like(q_NHd[0]));
    for (const Segment& segment : segments) {
        std::vector<std::int64_t> keyRows;
        const at::Tensor mask = visible(segment, options.window, keyRows).to(q_NHd.device());
        if (keyRows.empty()) continue;
        const at::Tensor picked = at::tensor(keyRows, at::kLong).to(q_NHd.device());
        const at::Tensor k = k_MGd.index_select(0, picked).repeat_interleave(repeats, 1).transpose(0, 1);
        const at::Tensor v = v_MGd.index_select(0, picked).repeat_interleave(repeats, 1).transpose(0, 1);
        const at::Tensor q = q_NHd.slice(0, segment.begin, segment.end).transpose(0, 1);
        at::Tensor scores = at::matmul(q, k.transpose(1, 2)) * scale;
        if (options.softCap > 0) scores = options.softCap * at::tanh(scores / options.softCap);
        // A query that sees nothing keeps finite scores, whose outcome is then multiplied away.
        const at::Tensor seesAny = mask.any(1, true);
        scores = scores.masked_fill(seesAny.logical_and(mask.logical_not()), -std::numeric_limits<double>::infinity());
        const at::Tensor out = (at::matmul(at::softmax(scores, -1), v) * seesAny).transpose(0, 1);
        for (std::int64_t row = segment.begin; row < segment.end; ++row)
            rows[static_cast<std::size_t>(row)] = out[row - segment.begin];
    }
    return at::stack(rows);
}

at::Tensor tokenLogProb(const at::Tensor& hidden_ND, const at::Tensor& head_VD, const at::Tensor& rows_T,
                        const at::Tensor& tokens_T, double softCap) {
    at::Tensor logits = at::matmul(hidden_ND.index_select(0, rows_T), head_VD.t());
    if (softCap > 0) logits = at::tanh(logits / softCap) * softCap;
    return at::log_softmax(logits, -1).gather(1, tokens_T.unsqueeze(1)).squeeze(1);
}

} // namespace fettle::ops::reference
