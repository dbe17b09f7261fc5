#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <utility>

namespace fettle::ops {

// Whoever writes a weight in place says so here: the optimizer's step, the restoring of a checkpoint. Autograd's
// version counter cannot serve, since fused and raw kernels do not raise it. The count belongs to the tensor itself, so
// that all who hold the same leaf (a tied head and its embedding) see it.
void markWritten(const at::Tensor& weight);
// Copies values of any type into a weight of the same shape and marks it.
void writeWeight(const at::Tensor& weight, const at::Tensor& values);
// How often a weight was written; 0 for one that never was.
[[nodiscard]] std::uint64_t generationOf(const at::Tensor& weight);

// What is computed once from a weight and kept: a cast, a fused or quantised copy. Made again as soon as the weight was
// written; there is no way to read it that does not ask.
class DerivedTensor {
public:
    // make() gives the tensor in `type`, outside autograd.
    template <class Make>
    const at::Tensor& of(const at::Tensor& weight, at::ScalarType type, Make make) {
        const std::uint64_t generation = generationOf(weight);
        if (!m_value.defined() || m_value.scalar_type() != type || m_generation != generation) {
            const at::NoGradGuard noGrad;
            m_value = std::move(make)();
            m_generation = generation;
        }
        return m_value;
    }

private:
    at::Tensor m_value;
    std::uint64_t m_generation = 0; // of the weight when the value was made
};

} // namespace fettle::ops
