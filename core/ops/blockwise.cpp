#include "core/ops/blockwise.h"

#include "core/ops/adamw.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace fettle::ops {

namespace {

constexpr int kExponents = 7;
constexpr std::int64_t kBlocksAtOnce = 1 << 12; // bounds what a step holds besides its states

// Nearest of a rising map. A value with a sign keeps it: rounding to the other side of zero goes one code back.
class Codec {
public:
    Codec(bool isSigned, const at::Device& device)
        : m_isSigned(isSigned), m_map(dynamicMap(isSigned, device)),
          m_middles((m_map.slice(0, 1) + m_map.slice(0, 0, -1)) / 2) {}

    [[nodiscard]] bool isSigned() const { return m_isSigned; }
    // [blocks, 256] in fp32.
    [[nodiscard]] at::Tensor widened(const at::Tensor& codes_Bk, const at::Tensor& absmax_B) const {
        return m_map.index_select(0, codes_Bk.reshape({-1}).to(at::kInt)).view(codes_Bk.sizes()) *
               absmax_B.unsqueeze(1);
    }

    void narrow(const at::Tensor& values_Bk, at::Tensor& codes_Bk, at::Tensor& absmax_B) const {
        absmax_B.copy_(values_Bk.abs().amax(1));
        const at::Tensor scale = absmax_B.clamp_min(1e-38).unsqueeze(1);
        at::Tensor nearest = at::bucketize(values_Bk / scale, m_middles, /*out_int32=*/true);
        if (m_isSigned) {
            const at::Tensor isBelow = values_Bk < 0;
            const at::Tensor code = m_map.index_select(0, nearest.reshape({-1})).view(nearest.sizes());
            nearest = nearest - isBelow.logical_and(code >= 0).to(at::kInt) +
                      isBelow.logical_not().logical_and(code < 0).to(at::kInt);
        }
        codes_Bk.copy_(nearest);
    }

private:
    bool m_isSigned;
    at::Tensor m_map, m_middles;
};

// The code of 0: 127 negative values lie below it in a signed map.
std::int64_t zeroCode(bool isSigned) {
    return isSigned ? 127 : 0;
}

// Elements [begin, begin + count) as whole blocks, the last one filled up with what stands for zero.
at::Tensor blocks(const at::Tensor& flat, std::int64_t begin, std::int64_t count, std::int64_t zero = 0) {
    const at::Tensor part = flat.narrow(0, begin, count);
    const std::int64_t missing = (kQuantBlock - count % kQuantBlock) % kQuantBlock;
    return (missing == 0 ? part : at::constant_pad_nd(part, {0, missing}, zero)).view({-1, kQuantBlock});
}

// Moments of some blocks, moved by the gradient and stored again; returned before they are rounded.
at::Tensor moved(const Codec& codec, const BlockwiseState& state, std::int64_t firstBlock, std::int64_t begin,
                 std::int64_t count, const at::Tensor& target_Bk, double beta) {
    at::Tensor codes = blocks(state.codes, begin, count, zeroCode(codec.isSigned()));
    at::Tensor absmax = state.absmax.narrow(0, firstBlock, codes.size(0));
    const at::Tensor moment = codec.widened(codes, absmax).mul_(beta).add_(target_Bk, 1 - beta);
    codec.narrow(moment, codes, absmax);
    at::Tensor(state.codes).narrow(0, begin, count).copy_(codes.view({-1}).narrow(0, 0, count));
    return moment;
}

} // namespace

at::Tensor dynamicMap(bool isSigned, const at::Device& device) {
    std::vector<float> values = {0, 1};
    for (int i = 0; i < kExponents; ++i) {
        const int parts = 1 << (isSigned ? i : i + 1);
        const double step = 0.9 / parts, scale = std::pow(10.0, i - (kExponents - 1));
        for (int part = 0; part < parts; ++part) {
            const auto value = static_cast<float>(scale * (0.1 + step * (part + 0.5)));
            values.push_back(value);
            if (isSigned) values.push_back(-value);
        }
    }
    std::sort(values.begin(), values.end());
    return at::tensor(values, at::kFloat).to(device);
}

BlockwiseState blockwiseZeros(std::int64_t elements, bool isSigned, const at::Device& device) {
    const at::TensorOptions options(device);
    return {at::full({elements}, zeroCode(isSigned), options.dtype(at::kByte)),
            at::zeros({(elements + kQuantBlock - 1) / kQuantBlock}, options.dtype(at::kFloat))};
}

void adamw8bitStep(const at::Tensor& parameter, const at::Tensor& gradient, const BlockwiseState& first,
                   const BlockwiseState& second, std::int64_t step, const AdamWStep& options) {
    const at::NoGradGuard noGrad;
    const Codec codecOfFirst(true, parameter.device()), codecOfSecond(false, parameter.device());
    const auto t = static_cast<double>(step);
    const double root = std::sqrt(1 - std::pow(options.beta2, t));
    const double size = options.learningRate * root / (1 - std::pow(options.beta1, t));
    at::Tensor flat = parameter.detach().view({-1});
    const at::Tensor slope = gradient.reshape({-1});
    constexpr std::int64_t kElements = kBlocksAtOnce * kQuantBlock;
    for (std::int64_t begin = 0; begin < flat.numel(); begin += kElements) {
        const std::int64_t count = std::min(kElements, flat.numel() - begin), block = begin / kQuantBlock;
        const at::Tensor g = blocks(slope, begin, count);
        const at::Tensor m = moved(codecOfFirst, first, block, begin, count, g, options.beta1);
        const at::Tensor v = moved(codecOfSecond, second, block, begin, count, g.square(), options.beta2);
        const at::Tensor update = m.div(v.sqrt().add_(options.eps * root)).view({-1}).narrow(0, 0, count);
        flat.narrow(0, begin, count).sub_(update, size);
    }
    if (options.weightDecay != 0) flat.mul_(1 - options.learningRate * options.weightDecay);
}

} // namespace fettle::ops
