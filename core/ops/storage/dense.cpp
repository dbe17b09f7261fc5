#include "core/ops/kernel_table.h"
#include "core/ops/storage/storage.h"
#include "core/ops/weight_generation.h"

namespace fettle::ops {

namespace {

class Dense : public Storage {
public:
    explicit Dense(at::Tensor weight_OI) : m_weight_OI(std::move(weight_OI)) {}

    std::int64_t outFeatures() const override { return m_weight_OI.size(0); }
    std::int64_t inFeatures() const override { return m_weight_OI.size(1); }
    const at::Tensor& leaf() const override { return m_weight_OI; }
    StoredMatrix matrix() const override { return {.values = m_weight_OI}; }

    at::Tensor dense(at::ScalarType type) override {
        if (m_weight_OI.scalar_type() == type) return m_weight_OI.detach();
        return m_cast.of(m_weight_OI, type, [&] { return m_weight_OI.detach().to(type); });
    }

    at::Tensor product(const at::Tensor& x_NI, const at::Tensor& bias_O) override {
        return kernelsFor(x_NI).product(x_NI, dense(x_NI.scalar_type()).t(), bias_O);
    }

    at::Tensor addBackProduct(const at::Tensor& sum_NI, const at::Tensor& dy_NO) override {
        const at::Tensor W = dense(dy_NO.scalar_type());
        return sum_NI.defined() ? at::Tensor(sum_NI).addmm_(dy_NO, W) : kernelsFor(dy_NO).product(dy_NO, W, {});
    }

    at::Tensor gradient(const at::Tensor& dy_NO, const at::Tensor& x_NI) const override {
        return at::mm(dy_NO.t(), x_NI).to(at::kFloat);
    }

    std::int64_t bytes() const override { return static_cast<std::int64_t>(m_weight_OI.nbytes()); }

private:
    at::Tensor m_weight_OI;
    DerivedTensor m_cast;
};

} // namespace

std::unique_ptr<Storage> denseStorage(at::Tensor weight_OI) {
    return std::make_unique<Dense>(std::move(weight_OI));
}

} // namespace fettle::ops
