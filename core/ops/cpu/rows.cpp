#include "core/ops/cpu/rows.h"

#include "core/ops/aten/aten.h"

#include <vector>

namespace fettle::ops::cpu {

namespace {

// Sums over rows run in this many parts whatever the number of threads is, and the parts are added in order.
constexpr std::int64_t kParts = 16;

// What the normed rows are multiplied with. Llama's order rounds the weight to the rows' type first. No tensor: two
// casts for each norm of a decoding step cost more than the norm.
class NormFactors {
public:
    NormFactors(const at::Tensor& weight_D, at::ScalarType rows, double offset)
        : m_values(static_cast<std::size_t>(weight_D.numel())) {
        const at::NoGradGuard noGrad;
        const at::Tensor weight = weight_D.to(offset == 0 ? rows : at::kFloat).contiguous();
        withLoopsOf(weight, [&](const auto& loops) {
            loops.widen(readPointer(loops, weight), m_values.data(), weight.numel());
        });
        for (float& value : m_values)
            value += static_cast<float>(offset);
    }
    [[nodiscard]] const float* data() const { return m_values.data(); }

private:
    std::vector<float> m_values;
};

bool hasGatedLoops(const at::Tensor& x, Activation activation) {
    return hasRowLoops(x) && (activation == Activation::Silu || activation == Activation::GeluTanh);
}

// work(loops of gate's type, their forward pass or backward pass for the activation)
template <class Work>
void withGatedLoops(const at::Tensor& gate, Activation activation, Work work) {
    withLoopsOf(gate, [&](const auto& loops) {
        if (activation == Activation::Silu)
            work(loops, loops.gatedSilu, loops.gatedSiluBackward);
        else
            work(loops, loops.gatedGeluTanh, loops.gatedGeluTanhBackward);
    });
}

} // namespace

NormedRows addRmsNorm(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D, double eps,
                      double offset) {
    if (!hasRowLoops(x_ND)) return aten::addRmsNorm(x_ND, delta_ND, weight_D, eps, offset);
    const at::Tensor x = x_ND.contiguous();
    const at::Tensor delta = delta_ND.defined() ? delta_ND.contiguous() : at::Tensor();
    const NormFactors factors(weight_D, x.scalar_type(), offset);
    const std::int64_t width = x.size(1);
    NormedRows result{.sum_ND = delta.defined() ? at::empty_like(x) : x,
                      .normed_ND = at::empty_like(x),
                      .rstd_N = at::empty({x.size(0)}, x.options().dtype(at::kFloat))};
    auto* rstd = result.rstd_N.mutable_data_ptr<float>();
    withLoopsOf(x, [&](const auto& loops) {
        const auto* in = readPointer(loops, x);
        const auto* more = readPointer(loops, delta);
        auto* sum = more != nullptr ? writePointer(loops, result.sum_ND) : nullptr;
        auto* normed = writePointer(loops, result.normed_ND);
        forRows(x.size(0), width, [&](std::int64_t begin, std::int64_t end) {
            const std::int64_t at = begin * width;
            loops.addRmsNorm(in + at, more != nullptr ? more + at : nullptr, factors.data(),
                             sum != nullptr ? sum + at : nullptr, normed + at, rstd + begin, end - begin, width,
                             static_cast<float>(eps), offset == 0);
        });
    });
    return result;
}

NormGradients rmsNormBackward(const at::Tensor& dnormed_ND, const at::Tensor& dsum_ND, const at::Tensor& sum_ND,
                              const at::Tensor& weight_D, const at::Tensor& rstd_N, double offset, bool wantsWeight) {
    if (!hasRowLoops(sum_ND))
        return aten::rmsNormBackward(dnormed_ND, dsum_ND, sum_ND, weight_D, rstd_N, offset, wantsWeight);
    const at::Tensor dnormed = dnormed_ND.contiguous();
    const NormFactors factors(weight_D, sum_ND.scalar_type(), offset);
    const at::Tensor dsum = dsum_ND.defined() ? dsum_ND.contiguous() : at::Tensor();
    const std::int64_t rows = sum_ND.size(0), width = sum_ND.size(1);
    NormGradients result{.dx_ND = at::empty_like(sum_ND)};
    at::Tensor partSums = wantsWeight ? at::zeros({kParts, width}, rstd_N.options()) : at::Tensor();
    auto* sums = wantsWeight ? partSums.mutable_data_ptr<float>() : nullptr;
    const auto* rstd = rstd_N.const_data_ptr<float>();
    withLoopsOf(sum_ND, [&](const auto& loops) {
        const auto* dy = readPointer(loops, dnormed);
        const auto* more = readPointer(loops, dsum);
        const auto* values = readPointer(loops, sum_ND);
        auto* dx = writePointer(loops, result.dx_ND);
        const std::int64_t perPart = (rows + kParts - 1) / kParts;
        at::parallel_for(0, kParts, 1, [&](std::int64_t firstPart, std::int64_t endPart) {
            for (std::int64_t part = firstPart; part < endPart; ++part) {
                const std::int64_t begin = std::min(rows, part * perPart), end = std::min(rows, begin + perPart);
                const std::int64_t at = begin * width;
                loops.rmsNormBackward(dy + at, more != nullptr ? more + at : nullptr, values + at, factors.data(),
                                      rstd + begin, dx + at, sums != nullptr ? sums + part * width : nullptr,
                                      end - begin, width);
            }
        });
    });
    if (wantsWeight) result.dweight_D = partSums.sum(0);
    return result;
}

at::Tensor gatedAct(const at::Tensor& gate_NF, const at::Tensor& up_NF, Activation activation) {
    if (!hasGatedLoops(gate_NF, activation)) return aten::gatedAct(gate_NF, up_NF, activation);
    const at::Tensor gate = gate_NF.contiguous(), up = up_NF.contiguous();
    at::Tensor result = at::empty_like(gate);
    withGatedLoops(gate, activation, [&](const auto& loops, auto forward, auto) {
        const auto* g = readPointer(loops, gate);
        const auto* u = readPointer(loops, up);
        auto* y = writePointer(loops, result);
        forRows(gate.numel(), 1,
                [&](std::int64_t begin, std::int64_t end) { forward(g + begin, u + begin, y + begin, end - begin); });
    });
    return result;
}

GatedGradients gatedActBackward(const at::Tensor& dy_NF, const at::Tensor& gate_NF, const at::Tensor& up_NF,
                                Activation activation) {
    if (!hasGatedLoops(gate_NF, activation)) return aten::gatedActBackward(dy_NF, gate_NF, up_NF, activation);
    const at::Tensor dy = dy_NF.contiguous(), gate = gate_NF.contiguous(), up = up_NF.contiguous();
    GatedGradients result{at::empty_like(gate), at::empty_like(gate)};
    withGatedLoops(gate, activation, [&](const auto& loops, auto, auto backward) {
        const auto* d = readPointer(loops, dy);
        const auto* g = readPointer(loops, gate);
        const auto* u = readPointer(loops, up);
        auto* dgate = writePointer(loops, result.dgate_NF);
        auto* dup = writePointer(loops, result.dup_NF);
        forRows(gate.numel(), 1, [&](std::int64_t begin, std::int64_t end) {
            backward(d + begin, g + begin, u + begin, dgate + begin, dup + begin, end - begin);
        });
    });
    return result;
}

at::Tensor rotary(const at::Tensor& x_NHd, const at::Tensor& cos_Nd, const at::Tensor& sin_Nd, double direction) {
    if (!hasRowLoops(x_NHd)) return aten::rotary(x_NHd, cos_Nd, sin_Nd, direction);
    const at::Tensor x = x_NHd.contiguous(), cos = cos_Nd.contiguous(), sin = sin_Nd.contiguous();
    const std::int64_t heads = x.size(1), headDim = x.size(2), half = cos.size(1), width = heads * headDim;
    const auto* c = cos.const_data_ptr<float>();
    const auto* s = sin.const_data_ptr<float>();
    at::Tensor result = at::empty_like(x);
    withLoopsOf(x, [&](const auto& loops) {
        const auto* in = readPointer(loops, x);
        auto* out = writePointer(loops, result);
        forRows(x.size(0), width, [&](std::int64_t begin, std::int64_t end) {
            loops.rotary(in + begin * width, c + begin * half, s + begin * half, out + begin * width, end - begin,
                         heads, headDim, half, static_cast<float>(direction));
        });
    });
    return result;
}

} // namespace fettle::ops::cpu
