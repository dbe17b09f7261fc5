#include "core/ops/storage/storage.h"

#include <algorithm>

namespace fettle::ops {

namespace {

// Elements that are widened at a time: a block stays in the second-level cache, and no whole twin ever exists.
constexpr std::int64_t kBlock = 1 << 18;

class Int8 : public Storage {
public:
    explicit Int8(const at::Tensor& weight_OI) {
        const at::NoGradGuard noGrad;
        const at::Tensor wide = weight_OI.detach().to(at::kFloat);
        // A row of zeros keeps a factor that can be divided by.
        const at::Tensor factors_O1 = wide.abs().amax(1, true).div_(127).clamp_min_(1e-12);
        m_values_OI = wide.div(factors_O1).round_().to(at::kChar);
        m_factors_O = factors_O1.squeeze(1).contiguous();
    }

    std::int64_t outFeatures() const override { return m_values_OI.size(0); }
    std::int64_t inFeatures() const override { return m_values_OI.size(1); }
    const at::Tensor& leaf() const override { return m_values_OI; }
    StoredMatrix matrix() const override { return {.values = m_values_OI, .factors_O = m_factors_O}; }

    at::Tensor dense(at::ScalarType type) override {
        const at::NoGradGuard noGrad;
        return (m_values_OI.to(at::kFloat) * m_factors_O.unsqueeze(1)).to(type);
    }

    // The whole numbers are exact in every floating-point type; the factors come after the sum.
    at::Tensor product(const at::Tensor& x_NI, const at::Tensor& bias_O) override {
        const at::NoGradGuard noGrad;
        at::Tensor y_NO = at::empty({x_NI.size(0), outFeatures()}, x_NI.options());
        forBlocks([&](std::int64_t begin, std::int64_t count) {
            const at::Tensor rows = m_values_OI.narrow(0, begin, count).to(x_NI.scalar_type());
            y_NO.narrow(1, begin, count).copy_(at::mm(x_NI, rows.t()).mul_(m_factors_O.narrow(0, begin, count)));
        });
        return bias_O.defined() ? y_NO.add_(bias_O) : y_NO;
    }

    at::Tensor addBackProduct(const at::Tensor& sum_NI, const at::Tensor& dy_NO) override {
        const at::NoGradGuard noGrad;
        at::Tensor sum = sum_NI.defined() ? sum_NI : at::zeros({dy_NO.size(0), inFeatures()}, dy_NO.options());
        forBlocks([&](std::int64_t begin, std::int64_t count) {
            const at::Tensor rows = m_values_OI.narrow(0, begin, count).to(dy_NO.scalar_type());
            const at::Tensor dy = dy_NO.narrow(1, begin, count) * m_factors_O.narrow(0, begin, count);
            sum.addmm_(dy.to(dy_NO.scalar_type()), rows);
        });
        return sum;
    }

    at::Tensor gradient(const at::Tensor&, const at::Tensor&) const override {
        TORCH_CHECK(false, "a matrix of whole numbers is not trained");
    }

    std::int64_t bytes() const override {
        return static_cast<std::int64_t>(m_values_OI.nbytes() + m_factors_O.nbytes());
    }

private:
    template <class Work>
    void forBlocks(Work work) const {
        const std::int64_t perBlock = std::max<std::int64_t>(1, kBlock / std::max<std::int64_t>(1, inFeatures()));
        for (std::int64_t begin = 0; begin < outFeatures(); begin += perBlock)
            work(begin, std::min(perBlock, outFeatures() - begin));
    }

    at::Tensor m_values_OI, m_factors_O;
};

} // namespace

std::unique_ptr<Storage> int8Storage(const at::Tensor& weight_OI) {
    return std::make_unique<Int8>(weight_OI);
}

} // namespace fettle::ops
