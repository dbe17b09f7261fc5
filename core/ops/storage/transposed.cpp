#include "core/ops/kernel_table.h"
#include "core/ops/storage/storage.h"
#include "core/ops/weight_generation.h"

namespace fettle::ops {

namespace {

class Transposed : public Storage {
public:
    explicit Transposed(at::Tensor weight_IO) : m_weight_IO(std::move(weight_IO)) {}

    std::int64_t outFeatures() const override { return m_weight_IO.size(1); }
    std::int64_t inFeatures() const override { return m_weight_IO.size(0); }
    const at::Tensor& leaf() const override { return m_weight_IO; }
    StoredMatrix matrix() const override { return {.values = m_weight_IO, .isTransposed = true}; }
    at::Tensor dense(at::ScalarType type) override { return stored(type).t(); }

    at::Tensor product(const at::Tensor& x_NI, const at::Tensor& bias_O) override {
        return kernelsFor(x_NI).product(x_NI, stored(x_NI.scalar_type()), bias_O);
    }

    at::Tensor addBackProduct(const at::Tensor& sum_NI, const at::Tensor& dy_NO) override {
        const at::Tensor W = stored(dy_NO.scalar_type()).t();
        return sum_NI.defined() ? at::Tensor(sum_NI).addmm_(dy_NO, W) : kernelsFor(dy_NO).product(dy_NO, W, {});
    }

    at::Tensor gradient(const at::Tensor& dy_NO, const at::Tensor& x_NI) const override {
        return at::mm(x_NI.t(), dy_NO).to(at::kFloat);
    }

    std::int64_t bytes() const override { return static_cast<std::int64_t>(m_weight_IO.nbytes()); }

private:
    at::Tensor stored(at::ScalarType type) {
        if (m_weight_IO.scalar_type() == type) return m_weight_IO.detach();
        return m_cast.of(m_weight_IO, type, [&] { return m_weight_IO.detach().to(type); });
    }

    at::Tensor m_weight_IO;
    DerivedTensor m_cast;
};

} // namespace

std::unique_ptr<Storage> transposedStorage(at::Tensor weight_IO) {
    return std::make_unique<Transposed>(std::move(weight_IO));
}

} // namespace fettle::ops
