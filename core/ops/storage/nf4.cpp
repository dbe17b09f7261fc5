// NF4 as bitsandbytes keeps it (Dettmers et al., QLoRA, arXiv:2305.14314; bitsandbytes functional.py, quantize_4bit):
// blocks of 64 elements in row-major order, each a scale and codes of 4 bits, the first of two in the high half of a
// byte.
#include "core/ops/blockwise.h"
#include "core/ops/storage/storage.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace fettle::ops {

namespace {

constexpr std::int64_t kScaled = 64; // elements that share one scale
// Elements that are widened at a time, so that no whole twin ever exists.
constexpr std::int64_t kAtOnce = 1 << 18;

// Quantiles of a normal distribution, as bitsandbytes writes them.
constexpr std::array<float, 16> kValues = {-1.0F,
                                           -0.6961928009986877F,
                                           -0.5250730514526367F,
                                           -0.39491748809814453F,
                                           -0.28444138169288635F,
                                           -0.18477343022823334F,
                                           -0.09105003625154495F,
                                           0.0F,
                                           0.07958029955625534F,
                                           0.16093020141124725F,
                                           0.24611230194568634F,
                                           0.33791524171829224F,
                                           0.44070982933044434F,
                                           0.5626170039176941F,
                                           0.7229568362236023F,
                                           1.0F};

constexpr std::int64_t kZero = 7; // the code of 0

at::Tensor middlesOf(const at::Tensor& rising) {
    return ((rising.slice(0, 1).to(at::kDouble) + rising.slice(0, 0, -1).to(at::kDouble)) / 2).to(at::kFloat);
}

// The two values that a byte stands for [256, 2].
at::Tensor pairTable(const at::Device& device) {
    std::vector<float> pairs;
    for (std::size_t byte = 0; byte < 256; ++byte) {
        pairs.push_back(kValues[byte >> 4]);
        pairs.push_back(kValues[byte & 15]);
    }
    return at::tensor(pairs, at::kFloat).view({256, 2}).to(device);
}

// One scale a block of 64: in fp32, or less their mean in 8 bits of the dynamic map, in blocks of 256 (double
// quantisation).
class Scales {
public:
    Scales() = default;
    Scales(const at::Tensor& absmax_B, bool isDouble) {
        if (!isDouble) {
            m_absmax_B = absmax_B;
            return;
        }
        m_offset = absmax_B.mean();
        m_map = dynamicMap(true, absmax_B.device());
        const std::int64_t count = absmax_B.size(0), missing = (kQuantBlock - count % kQuantBlock) % kQuantBlock;
        const at::Tensor rows = at::constant_pad_nd(absmax_B - m_offset, {0, missing}).view({-1, kQuantBlock});
        m_nested = rows.abs().amax(1);
        const at::Tensor scaled = rows / m_nested.clamp_min(1e-38).unsqueeze(1);
        m_codes = at::bucketize(scaled, middlesOf(m_map)).to(at::kByte).view({-1}).narrow(0, 0, count).contiguous();
    }

    // fp32 [count].
    [[nodiscard]] at::Tensor of(std::int64_t begin, std::int64_t count) const {
        if (m_absmax_B.defined()) return m_absmax_B.narrow(0, begin, count);
        const at::Tensor block =
            at::arange(begin, begin + count, m_codes.options().dtype(at::kLong)).div(kQuantBlock, "floor");
        return m_map.index_select(0, m_codes.narrow(0, begin, count).to(at::kInt)) * m_nested.index_select(0, block) +
               m_offset;
    }
    [[nodiscard]] std::int64_t bytes() const {
        const std::size_t bytes =
            m_absmax_B.defined() ? m_absmax_B.nbytes() : m_codes.nbytes() + m_nested.nbytes() + m_offset.nbytes();
        return static_cast<std::int64_t>(bytes);
    }

private:
    at::Tensor m_absmax_B;                         // without double quantisation
    at::Tensor m_codes, m_nested, m_offset, m_map; // with it
};

at::Tensor blocksOf(const at::Tensor& weight_OI) {
    const at::Tensor flat = weight_OI.detach().to(at::kFloat).reshape({-1});
    const std::int64_t missing = (kScaled - flat.size(0) % kScaled) % kScaled;
    return (missing == 0 ? flat : at::constant_pad_nd(flat, {0, missing})).view({-1, kScaled});
}

at::Tensor packed(const at::Tensor& blocks, const at::Tensor& absmax_B) {
    const at::Tensor values = at::tensor(at::ArrayRef<float>(kValues.data(), kValues.size()), at::kFloat);
    const at::Tensor scaled = blocks * absmax_B.reciprocal().unsqueeze(1);
    at::Tensor codes = at::bucketize(scaled, middlesOf(values).to(blocks.device())).to(at::kByte);
    codes = codes.masked_fill(absmax_B.eq(0).unsqueeze(1), kZero);
    const at::Tensor pairs = codes.view({-1, 2});
    return pairs.select(1, 0).mul(16).add_(pairs.select(1, 1));
}

class Nf4 : public Storage {
public:
    Nf4(const at::Tensor& weight_OI, bool isDouble)
        : m_out(weight_OI.size(0)), m_in(weight_OI.size(1)), m_type(weight_OI.scalar_type()),
          m_pairs(pairTable(weight_OI.device())) {
        const at::Tensor blocks = blocksOf(weight_OI), absmax_B = blocks.abs().amax(1);
        m_packed = packed(blocks, absmax_B);
        m_scales = Scales(absmax_B, isDouble);
    }

    std::int64_t outFeatures() const override { return m_out; }
    std::int64_t inFeatures() const override { return m_in; }
    const at::Tensor& leaf() const override { return m_packed; }
    StoredMatrix matrix() const override { return {}; }

    at::Tensor dense(at::ScalarType type) override {
        const at::NoGradGuard noGrad;
        return rows(0, m_out, type);
    }

    at::Tensor product(const at::Tensor& x_NI, const at::Tensor& bias_O) override {
        const at::NoGradGuard noGrad;
        at::Tensor y_NO = at::empty({x_NI.size(0), m_out}, x_NI.options());
        forRows([&](std::int64_t begin, std::int64_t count) {
            y_NO.narrow(1, begin, count).copy_(at::mm(x_NI, rows(begin, count, x_NI.scalar_type()).t()));
        });
        return bias_O.defined() ? y_NO.add_(bias_O) : y_NO;
    }

    at::Tensor addBackProduct(const at::Tensor& sum_NI, const at::Tensor& dy_NO) override {
        const at::NoGradGuard noGrad;
        at::Tensor sum = sum_NI.defined() ? sum_NI : at::zeros({dy_NO.size(0), m_in}, dy_NO.options());
        forRows([&](std::int64_t begin, std::int64_t count) {
            sum.addmm_(dy_NO.narrow(1, begin, count), rows(begin, count, dy_NO.scalar_type()));
        });
        return sum;
    }

    at::Tensor gradient(const at::Tensor&, const at::Tensor&) const override {
        TORCH_CHECK(false, "a matrix of four bits is not trained");
    }

    std::int64_t bytes() const override { return static_cast<std::int64_t>(m_packed.nbytes()) + m_scales.bytes(); }

private:
    // Rows whose first element begins a block, or all.
    template <class Work>
    void forRows(Work work) const {
        const std::int64_t step = kScaled / std::gcd(kScaled, m_in);
        const std::int64_t perBlock = std::max(step, kAtOnce / std::max<std::int64_t>(1, m_in) / step * step);
        for (std::int64_t begin = 0; begin < m_out; begin += perBlock)
            work(begin, std::min(perBlock, m_out - begin));
    }

    // [count, in], rounded to the type that the matrix had.
    [[nodiscard]] at::Tensor rows(std::int64_t begin, std::int64_t count, at::ScalarType type) const {
        const std::int64_t first = begin * m_in, elements = count * m_in;
        const std::int64_t blocks = (elements + kScaled - 1) / kScaled;
        const at::Tensor bytes = m_packed.narrow(0, first / 2, blocks * kScaled / 2);
        const at::Tensor values = m_pairs.index_select(0, bytes.to(at::kInt)).view({blocks, kScaled});
        const at::Tensor scaled = values * m_scales.of(first / kScaled, blocks).unsqueeze(1);
        return scaled.view({-1}).narrow(0, 0, elements).view({count, m_in}).to(m_type).to(type);
    }

    std::int64_t m_out, m_in;
    at::ScalarType m_type;
    at::Tensor m_pairs;
    Scales m_scales;
    at::Tensor m_packed; // uint8 [blocks * 32]
};

} // namespace

std::unique_ptr<Storage> nf4Storage(const at::Tensor& weight_OI, bool isDouble) {
    const at::NoGradGuard noGrad;
    return std::make_unique<Nf4>(weight_OI.detach(), isDouble);
}

} // namespace fettle::ops
