#pragma once

#include "core/ops/cpu/row_kernels.h"
#include "core/ops/kernel_table.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>

// The row loops on tensors, spread over the threads by rows: each row is computed by itself, so that results do not
// depend on the number of threads.
namespace fettle::ops::cpu {

// Whether there are row loops for x: fp32 and bf16 in the processor's memory.
[[nodiscard]] inline bool hasRowLoops(const at::Tensor& x) {
    return x.is_cpu() && (x.scalar_type() == at::kFloat || x.scalar_type() == at::kBFloat16);
}

// Calls work(loops of x's type); T is the element type that their pointers have.
template <class Work>
auto withLoopsOf(const at::Tensor& x, Work work) {
    return x.scalar_type() == at::kFloat ? work(kernels().fp32) : work(kernels().bf16);
}

// Pointers into x for loops of the type T; null for an undefined tensor. x is contiguous.
template <class T>
[[nodiscard]] const T* readPointer(const RowKernels<T>&, const at::Tensor& x) {
    return x.defined() ? static_cast<const T*>(x.const_data_ptr()) : nullptr;
}
template <class T>
[[nodiscard]] T* writePointer(const RowKernels<T>&, at::Tensor& x) {
    return x.defined() ? static_cast<T*>(x.mutable_data_ptr()) : nullptr;
}

// work(first row, end row); a thread gets at least some ten thousand elements.
template <class Work>
void forRows(std::int64_t rows, std::int64_t width, Work work) {
    constexpr std::int64_t kElements = 1 << 14;
    at::parallel_for(0, rows, std::max<std::int64_t>(1, kElements / std::max<std::int64_t>(1, width)), work);
}

// As the entries of the table of kernels; what there are no loops for is left to ATen.
[[nodiscard]] NormedRows addRmsNorm(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D,
                                    double eps, double offset);
[[nodiscard]] NormGradients rmsNormBackward(const at::Tensor& dnormed_ND, const at::Tensor& dsum_ND,
                                            const at::Tensor& sum_ND, const at::Tensor& weight_D,
                                            const at::Tensor& rstd_N, double offset, bool wantsWeight);
[[nodiscard]] at::Tensor gatedAct(const at::Tensor& gate_NF, const at::Tensor& up_NF, Activation activation);
[[nodiscard]] GatedGradients gatedActBackward(const at::Tensor& dy_NF, const at::Tensor& gate_NF,
                                              const at::Tensor& up_NF, Activation activation);
[[nodiscard]] at::Tensor rotary(const at::Tensor& x_NHd, const at::Tensor& cos_Nd, const at::Tensor& sin_Nd,
                                double direction);

} // namespace fettle::ops::cpu
