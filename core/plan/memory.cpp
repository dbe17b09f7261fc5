#include "core/plan/memory.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr std::uint64_t kFp32Bytes = 4;
constexpr std::uint64_t kAdamWBytes = 8;  // two fp32 moments a parameter
constexpr std::uint64_t kLossChunk = 256; // targets whose logits exist at once: ops::tokenLogProb
// The process with LibTorch 2.11 before any model is loaded: resident size on Linux x86-64.
constexpr std::uint64_t kCpuRuntimeBytes = 300'000'000;
// With the CUDA context and cuBLAS' workspaces, 0.5 to 0.7 GB (performance.md section 4).
constexpr std::uint64_t kGpuRuntimeBytes = 600'000'000;

std::uint64_t bytesOf(const std::string& dtype) {
    return dtype == "float32" ? kFp32Bytes : 2;
}

std::uint64_t count(std::int64_t value) {
    return static_cast<std::uint64_t>(value);
}

// Bytes a token of what backward needs of one layer: both norms keep their input and the linears behind them their
// output (4 D); attention keeps q, k, v, its result and an fp32 log-sum-exp a head; gate, up and their product (3 F).
std::uint64_t savedBytes(const Architecture& a, std::uint64_t elementBytes) {
    const std::int64_t elements = 4 * a.hiddenSize + 2 * (a.heads + a.kvHeads) * a.headDim + 3 * a.intermediateSize;
    return count(elements) * elementBytes + count(a.heads) * kFp32Bytes;
}

// One more layer's worth stands for the gradients inside the layer at hand. A checkpointed layer keeps only its inputs,
// the residual stream and what is still to be added to it (2 D).
std::uint64_t activationBytes(const Architecture& a, const MemoryInputs& in) {
    const std::uint64_t element = bytesOf(in.computeDtype), layer = savedBytes(a, element);
    const std::uint64_t stream = 2 * count(a.hiddenSize) * element;
    const std::uint64_t layers = in.checkpointing ? count(a.layers) * stream + layer : count(a.layers) * layer;
    return count(in.tokens) * (layers + layer + stream);
}

// Logits of a chunk in the compute type, off the CPU as fp32 too; a trained head needs them in fp32 once more. With a
// frozen head the gradient towards each hidden state is kept instead.
std::uint64_t lossBytes(const Architecture& a, const MemoryInputs& in) {
    const std::uint64_t element = bytesOf(in.computeDtype), chunk = std::min(kLossChunk, count(in.tokens));
    const bool isNarrow = element < kFp32Bytes, isHeadTrained = in.adapterParameters == 0;
    const bool isWidened = isNarrow && in.device != "cpu";
    const std::uint64_t copies = element + (isWidened ? kFp32Bytes : 0) + (isNarrow && isHeadTrained ? kFp32Bytes : 0);
    const std::uint64_t direction = isHeadTrained ? 0 : count(in.tokens) * count(a.hiddenSize) * element;
    return chunk * count(a.vocabSize) * copies + direction;
}

// Trained weights are fp32 masters. Linear weights that are stored in another type than products run in have a cast
// copy.
std::uint64_t weightBytes(const Architecture& a, const MemoryInputs& in) {
    const std::uint64_t stored = in.adapterParameters == 0 ? kFp32Bytes : bytesOf(in.modelDtype);
    const bool isCast = in.adapterParameters == 0 ? in.computeDtype != "float32" : in.computeDtype != in.modelDtype;
    std::int64_t cast = 0;
    for (const ModuleSpec& module : modulesOf(a))
        if (isCast && module.kind == ModuleKind::Linear) cast += module.inFeatures * module.outFeatures;
    return count(parameterCount(a)) * stored + count(cast) * bytesOf(in.computeDtype);
}

} // namespace

std::uint64_t MemoryLedger::total() const {
    return weights + adapter + gradients + optimizer + activations + loss + runtime;
}

MemoryLedger predictMemory(const Architecture& architecture, const MemoryInputs& inputs) {
    const bool isFull = inputs.adapterParameters == 0;
    const std::uint64_t trained = count(isFull ? parameterCount(architecture) : inputs.adapterParameters);
    return {.weights = weightBytes(architecture, inputs),
            .adapter = isFull ? 0 : trained * kFp32Bytes,
            .gradients = trained * kFp32Bytes,
            .optimizer = trained * kAdamWBytes,
            .activations = activationBytes(architecture, inputs),
            .loss = lossBytes(architecture, inputs),
            .runtime = inputs.device == "cpu" ? kCpuRuntimeBytes : kGpuRuntimeBytes};
}

} // namespace fettle
