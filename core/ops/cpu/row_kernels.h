#pragma once

#include <cstddef>
#include <cstdint>

// The row loops of the operations on a CPU: everything of a training step that is no matrix product. One source,
// row_kernels.inc, is compiled once per instruction set, and the best one that the processor has is chosen at start.
// No header of ATen here: a compiler that may use AVX-512 must not emit shared inline functions.
namespace fettle::ops::cpu {

// The upper half of a float. Arithmetic runs in fp32; results are rounded to nearest even.
struct BFloat16 {
    std::uint16_t bits;
};

struct KeyRange {
    std::int64_t begin, end;
};

struct LogitStats {
    float logSumExp, mean, target, expected; // expected: sum_v p_v z_v
    bool isHit;                              // the target has the largest logit
};

// Inputs [count, width] one after the other; the results of one lie `resultStride` after those of the one before.
struct DotInputs {
    const float* x;
    std::int64_t count, width, resultStride;
};

// Rows lie one after the other; `rows` of them a call, so that a caller splits the work over threads by rows.
// T is float or BFloat16.
template <class T>
struct RowKernels {
    // sum = x + delta (delta may be null: sum is not written), normed = sum / sqrt(mean(sum^2) + eps) * weight, also
    // rounded before the weight is applied where roundsFirst says so; rstd [rows] keeps 1 / sqrt(...).
    void (*addRmsNorm)(const T* x, const T* delta, const float* weight, T* sum, T* normed, float* rstd,
                       std::int64_t rows, std::int64_t width, float eps, bool roundsFirst);
    // dx = gradient through the norm + dsum (may be null). dweight [width] gets the rows' sum added; null: not wanted.
    void (*rmsNormBackward)(const T* dnormed, const T* dsum, const T* sum, const float* weight, const float* rstd,
                            T* dx, float* dweight, std::int64_t rows, std::int64_t width);
    void (*gatedSilu)(const T* gate, const T* up, T* y, std::int64_t count);
    void (*gatedSiluBackward)(const T* dy, const T* gate, const T* up, T* dgate, T* dup, std::int64_t count);
    // GELU by its tanh form (arXiv:1606.08415).
    void (*gatedGeluTanh)(const T* gate, const T* up, T* y, std::int64_t count);
    void (*gatedGeluTanhBackward)(const T* dy, const T* gate, const T* up, T* dgate, T* dup, std::int64_t count);
    // Pairs (x_i, x_{i + half}) of each head turned by the row's angles; cos and sin [rows, half] are rounded to T.
    // direction -1 turns back.
    void (*rotary)(const T* x, const float* cos, const float* sin, T* y, std::int64_t rows, std::int64_t heads,
                   std::int64_t headDim, std::int64_t half, float direction);
    LogitStats (*logitStats)(const T* logits, std::int64_t target, std::int64_t vocabulary);
    // logits become factor * exp(logits - logSumExp).
    void (*probabilities)(T* logits, float logSumExp, float factor, std::int64_t vocabulary);
    void (*put)(T* place, float value); // rounded to T
    void (*widen)(const T* x, float* y, std::int64_t count);
    void (*round)(const float* x, T* y, std::int64_t count);
    // One query's scores become its softmax over the visible keys, zero elsewhere. Returns the log-sum-exp, -inf
    // without a visible key.
    float (*softmaxRow)(T* scores, std::int64_t keys, const KeyRange* visible, std::int64_t ranges, float scale);
    // scores become the probabilities again, dprobabilities the gradient of the unscaled scores.
    void (*softmaxRowBackward)(T* scores, T* dprobabilities, std::int64_t keys, const KeyRange* visible,
                               std::int64_t ranges, float scale, float logSumExp, float delta);
    // y = row . x for `count` rows that begin `stride` apart and each input, or y += it: a matrix-vector product.
    void (*dotRows)(const T* rows, std::int64_t stride, std::int64_t count, const DotInputs& in, float* y, bool adds);
    // y += sum_i factors[i] * row i.
    void (*addScaledRows)(const T* rows, std::int64_t stride, std::int64_t count, const float* factors, float* y,
                          std::int64_t width);
};

struct CpuKernels {
    const char* isa; // "baseline", "avx2", "avx512"
    // As dotRows, of rows of whole numbers with a factor each.
    void (*dotRowsInt8)(const std::int8_t* rows, const float* factors, std::int64_t count, const DotInputs& in,
                        float* y);
    RowKernels<float> fp32;
    RowKernels<BFloat16> bf16;
};

// Chosen once: FETTLE_CPU_ISA where it names a set that the processor has, else the widest.
[[nodiscard]] const CpuKernels& kernels();

} // namespace fettle::ops::cpu
