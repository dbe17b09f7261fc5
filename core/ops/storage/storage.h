#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <memory>
#include <string>

namespace fettle::ops {

// A matrix as loops over its memory see it. Undefined values: it has no such form.
struct StoredMatrix {
    at::Tensor values;         // contiguous; fp32, bf16, or int8 with factors
    at::Tensor factors_O;      // fp32, one for each output of an int8 matrix
    bool isTransposed = false; // [in, out] instead of [out, in]
};

// One way to keep the matrix W [O, I] of a Linear. Products run in the type of their left factor; all results are
// detached. N rows.
class Storage {
public:
    virtual ~Storage() = default;

    [[nodiscard]] virtual std::int64_t outFeatures() const = 0;
    [[nodiscard]] virtual std::int64_t inFeatures() const = 0;
    // The stored tensor: what a checkpoint names and an optimizer writes.
    [[nodiscard]] virtual const at::Tensor& leaf() const = 0;
    [[nodiscard]] virtual StoredMatrix matrix() const = 0;
    // W itself. A copy may be kept where the leaf has another type, never of a quantised matrix.
    [[nodiscard]] virtual at::Tensor dense(at::ScalarType type) = 0;
    // x W^T + bias (of x's type, or undefined): [N, O].
    [[nodiscard]] virtual at::Tensor product(const at::Tensor& x_NI, const at::Tensor& bias_O) = 0;
    // sum + dy W, in place; a new tensor [N, I] where sum is undefined.
    [[nodiscard]] virtual at::Tensor addBackProduct(const at::Tensor& sum_NI, const at::Tensor& dy_NO) = 0;
    // The gradient of the leaf in its own layout, fp32. Only of leaves that can be trained.
    [[nodiscard]] virtual at::Tensor gradient(const at::Tensor& dy_NO, const at::Tensor& x_NI) const = 0;
    [[nodiscard]] virtual std::int64_t bytes() const = 0; // without casts
};

// [O, I] in a floating-point type: torch's nn.Linear.
[[nodiscard]] std::unique_ptr<Storage> denseStorage(at::Tensor weight_OI);
// [I, O] in a floating-point type: transformers' Conv1D (pytorch_utils.py). The leaf stays as it is.
[[nodiscard]] std::unique_ptr<Storage> transposedStorage(at::Tensor weight_IO);
// Whole numbers of 8 bits with one factor a row, its largest magnitude / 127: half the bytes of bf16 to read.
[[nodiscard]] std::unique_ptr<Storage> int8Storage(const at::Tensor& weight_OI);

// Codes of 4 bits with a scale for each 64 elements (NF4, arXiv:2305.14314), and where `isDouble` these scales in 8
// bits: 4.5 or 4.13 bits an element.
[[nodiscard]] std::unique_ptr<Storage> nf4Storage(const at::Tensor& weight_OI, bool isDouble);

// A way to quantise: its name ("int8", "nf4") and what it can be told.
struct Quantization {
    std::string kind;
    bool doubleQuant = true; // of nf4
};
// A dense matrix kept that way. Error{BadConfig} for an unknown name.
[[nodiscard]] std::unique_ptr<Storage> quantizedStorage(const Quantization& how, const at::Tensor& weight_OI);

} // namespace fettle::ops
