#include "core/plan/memory.h"

#include "core/source/modules.h"
#include "core/source/target_modules.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr std::uint64_t kFp32Bytes = 4;
const std::string kMaster = "float32";    // what trained weights are stored in
constexpr std::uint64_t kLossChunk = 256; // targets whose logits exist at once: ops::tokenLogProb
// The process beside its tensors, resident on Linux x86-64: LibTorch 2.11 before any model is loaded.
constexpr std::uint64_t kCpuRuntimeBytes = 195'000'000;
// What MKL and oneDNN keep of the products of a micro-batch, for each length that micro-batches have, as far as their
// caches reach (limitKernelCaches).
constexpr std::uint64_t kKeptProductBytes = 14'000'000, kKeptBf16ProductBytes = 47'000'000;
constexpr std::int64_t kKeptLengths = 3;
// With the CUDA context and cuBLAS' workspaces, 0.5 to 0.7 GB.
constexpr std::uint64_t kGpuRuntimeBytes = 600'000'000;

std::uint64_t bytesOf(const std::string& dtype) {
    return dtype == "float32" ? kFp32Bytes : 2;
}

std::uint64_t count(std::int64_t value) {
    return static_cast<std::uint64_t>(value);
}

bool isFull(const MemoryInputs& in) {
    return in.adapterParameters == 0;
}

bool isTrained(const ModuleSpec& module, const MemoryInputs& in) {
    return isFull(in) && (!in.trainedModules || in.trainedModules->contains(module.name));
}

std::int64_t trainedParameters(const Architecture& a, const MemoryInputs& in) {
    std::int64_t trained = in.adapterParameters;
    for (const ModuleSpec& module : modulesOf(a))
        trained += isTrained(module, in) ? parameterCount(module) : 0;
    return trained;
}

// Nothing is kept of the layers before the first that leads to something trained, which an embedding is behind all of.
std::size_t firstTrainedLayer(const Architecture& a, const MemoryInputs& in) {
    if (!isFull(in) || !in.trainedModules) return 0;
    auto first = std::ssize(a.layers);
    for (const ModuleSpec& module : modulesOf(a))
        if (isTrained(module, in) && module.kind != ModuleKind::Head)
            first = std::min(first, layerOf(module.name).value_or(module.kind == ModuleKind::Embedding ? 0 : first));
    return static_cast<std::size_t>(first);
}

// Bytes a token of what backward needs of one layer: each norm keeps its input, each linear behind it its output (2 D a
// norm, as much again where queries and keys are normed); attention keeps q, k, v, its result and an fp32 log-sum-exp a
// head; the MLP what enters and leaves its activation.
std::uint64_t savedBytes(const LayerSpec& layer, std::int64_t hidden, std::uint64_t elementBytes) {
    const AttentionSpec& attention = layer.attention;
    const std::int64_t heads = attention.heads + attention.kvHeads, turned = attention.hasQkNorm ? 3 : 2;
    const std::int64_t elements =
        2 * layer.norms * hidden + turned * heads * attention.headDim + (layer.mlp.isGated ? 3 : 2) * layer.mlp.width;
    return count(elements) * elementBytes + count(attention.heads) * kFp32Bytes;
}

std::uint64_t largestSaved(const Architecture& a, const MemoryInputs& in, std::size_t first) {
    std::uint64_t largest = 0;
    for (std::size_t i = first; i < a.layers.size(); ++i)
        largest = std::max(largest, savedBytes(a.layers[i], a.hiddenSize, bytesOf(in.computeDtype)));
    return largest;
}

// What lasts until backward: of each layer its saved set or, where it is recomputed, only its inputs, the residual
// stream and what is still to be added to it (2 D); and the stream's end.
std::uint64_t activationBytes(const Architecture& a, const MemoryInputs& in) {
    const std::uint64_t element = bytesOf(in.computeDtype), stream = 2 * count(a.hiddenSize) * element;
    std::uint64_t token = stream;
    for (std::size_t i = in.checkpointing ? 0 : firstTrainedLayer(a, in); i < a.layers.size(); ++i)
        token += in.checkpointing ? stream : savedBytes(a.layers[i], a.hiddenSize, element);
    return count(in.tokens) * token;
}

// While one layer is gone back through: gradients inside it, about half a saved set, and the set itself where it was
// made again.
std::uint64_t workingBytes(const Architecture& a, const MemoryInputs& in) {
    const std::size_t first = in.checkpointing ? 0 : firstTrainedLayer(a, in);
    return count(in.tokens) * largestSaved(a, in, first) * (in.checkpointing ? 3 : 1) / 2;
}

// Rows of the output head: a reward model's score is one.
std::uint64_t headRows(const Architecture& a) {
    return a.score ? 1 : count(a.vocabSize);
}

std::uint64_t chunkLogits(const Architecture& a, const MemoryInputs& in) {
    return std::min(kLossChunk, count(in.tokens)) * headRows(a);
}

bool savesHead(const MemoryInputs& in) {
    return std::any_of(in.savedModules.begin(), in.savedModules.end(),
                       [](const ModuleSpec& module) { return module.kind == ModuleKind::Head; });
}

bool trainsHead(const Architecture& a, const MemoryInputs& in) {
    const std::vector<ModuleSpec> all = modulesOf(a);
    return std::any_of(all.begin(), all.end(), [&](const ModuleSpec& module) {
        return module.kind == ModuleKind::Head && isTrained(module, in);
    });
}

// The gradient of a trained head is summed in fp32: a chunk's share of it is widened once more.
std::uint64_t headCopyBytes(const Architecture& a, const MemoryInputs& in) {
    return bytesOf(in.computeDtype) < kFp32Bytes ? chunkLogits(a, in) * kFp32Bytes : 0;
}

// Logits of a chunk in the compute type, off the CPU as fp32 too. With a frozen head the gradient towards each hidden
// state is kept from the forward pass on.
std::uint64_t lossBytes(const Architecture& a, const MemoryInputs& in) {
    const std::uint64_t element = bytesOf(in.computeDtype);
    const bool isWidened = element < kFp32Bytes && in.device != "cpu";
    const bool isFrozen = !trainsHead(a, in) && !savesHead(in);
    const std::uint64_t beside = isFrozen        ? count(in.tokens) * count(a.hiddenSize) * element
                                 : savesHead(in) ? headCopyBytes(a, in)
                                                 : 0;
    return chunkLogits(a, in) * (element + (isWidened ? kFp32Bytes : 0)) + beside;
}

// Trained weights are fp32 masters. Linear weights that are stored in another type than products run in have a cast
// copy, quantised ones have none.
std::uint64_t weightBytes(const Architecture& a, const MemoryInputs& in) {
    std::uint64_t bytes = 0;
    for (const ModuleSpec& module : modulesOf(a)) {
        const std::string& stored = isTrained(module, in) ? kMaster : in.modelDtype;
        const std::int64_t elements = module.inFeatures * module.outFeatures;
        std::int64_t dense = parameterCount(module);
        if (isQuantized(in.quantization) && module.kind == ModuleKind::Linear) {
            dense -= elements;
            bytes += quantizedBytes(in.quantization, module.outFeatures, module.inFeatures);
        } else if (stored != in.computeDtype &&
                   (module.kind == ModuleKind::Linear || module.kind == ModuleKind::Head)) {
            bytes += count(elements) * bytesOf(in.computeDtype);
        }
        bytes += count(dense) * bytesOf(stored);
    }
    return bytes;
}

// An adapter is fp32; matrices that it trains whole have a cast copy where products run in another type.
std::uint64_t adapterBytes(const MemoryInputs& in) {
    std::int64_t cast = 0;
    for (const ModuleSpec& module : in.savedModules)
        if (module.kind == ModuleKind::Linear || module.kind == ModuleKind::Head)
            cast += module.inFeatures * module.outFeatures;
    const std::uint64_t own = count(in.adapterParameters + in.startParameters) * kFp32Bytes;
    return own + (in.computeDtype == "float32" ? 0 : count(cast) * bytesOf(in.computeDtype));
}

std::uint64_t runtimeBytes(const MemoryInputs& in) {
    if (in.device != "cpu") return kGpuRuntimeBytes;
    const std::uint64_t kept = in.computeDtype == "float32" ? kKeptProductBytes : kKeptBf16ProductBytes;
    return kCpuRuntimeBytes + kept * count(std::clamp<std::int64_t>(in.lengths - 1, 0, kKeptLengths));
}

// In full tuning without accumulation a layer's gradients come as its activations go. The peak is where backward
// begins, with the head's gradient alone, or where it ends, with all of them (the embedding's twice where the head
// shares it).
std::uint64_t fullPeak(const MemoryLedger& memory, const Architecture& a, const MemoryInputs& in) {
    const bool hasHead = trainsHead(a, in);
    const std::uint64_t head = hasHead ? headRows(a) * count(a.hiddenSize) * kFp32Bytes : 0;
    const std::uint64_t copy = hasHead ? headCopyBytes(a, in) : 0;
    const std::uint64_t begin = head + memory.activations + memory.loss + copy;
    return std::max(begin, memory.gradients + (a.tieWordEmbeddings ? head : 0));
}

// Keys and values of every stream, whose room grows by doubling (core/generate/batch_decoder.cpp), one layer's old
// room beside the new one, and the logits of a step.
std::uint64_t generationBytes(const Architecture& a, const MemoryInputs& in) {
    constexpr std::uint64_t kRoom = 64; // tokens at first
    const std::uint64_t element = bytesOf(in.computeDtype);
    std::uint64_t row = 0, widest = 0, room = kRoom;
    for (const LayerSpec& layer : a.layers) {
        const std::uint64_t own = 2 * count(layer.attention.kvHeads) * count(layer.attention.headDim) * element;
        row += own;
        widest = std::max(widest, own);
    }
    while (room < count(in.streamTokens))
        room *= 2;
    return count(in.streams) * (room * row + room / 2 * widest + count(a.vocabSize) * (element + kFp32Bytes));
}

// A frozen copy is stored as any frozen model.
std::uint64_t copyBytes(const Architecture& a, MemoryInputs in) {
    in.trainedModules.emplace();
    return weightBytes(a, in);
}

// A model with a score takes what the trained one does, but for its head; both are gone back through at once.
void addValueModel(MemoryLedger& memory, Architecture architecture, MemoryInputs inputs) {
    inputs.learnsValues = false;
    inputs.streams = inputs.copies = 0;
    architecture.score.emplace();
    const MemoryLedger own = predictMemory(architecture, inputs);
    memory.weights += own.weights;
    memory.adapter += own.adapter;
    memory.gradients += own.gradients;
    memory.optimizer += own.optimizer;
    memory.activations += own.activations;
    memory.loss += own.loss;
}

} // namespace

std::uint64_t MemoryLedger::total() const {
    return weights + adapter + gradients + optimizer + activations + loss + generation + runtime - overlap;
}

MemoryLedger predictMemory(const Architecture& architecture, const MemoryInputs& inputs) {
    const std::uint64_t trained = count(trainedParameters(architecture, inputs));
    MemoryLedger memory{.weights = weightBytes(architecture, inputs),
                        .adapter = adapterBytes(inputs),
                        .gradients = trained * kFp32Bytes,
                        .optimizer = inputs.optimizerBytes,
                        .activations = activationBytes(architecture, inputs),
                        .loss = std::max(lossBytes(architecture, inputs), workingBytes(architecture, inputs)),
                        .runtime = runtimeBytes(inputs)};
    if (isFull(inputs) && !inputs.accumulates) {
        const std::uint64_t all = memory.gradients + memory.activations + memory.loss;
        memory.overlap = all - std::min(all, fullPeak(memory, architecture, inputs));
    }
    if (inputs.copies > 0) memory.weights += count(inputs.copies) * copyBytes(architecture, inputs);
    if (inputs.learnsValues) addValueModel(memory, architecture, inputs);
    if (inputs.streams > 0) { // answers are drawn before the step, whose own parts are not there yet
        memory.generation = generationBytes(architecture, inputs);
        memory.overlap +=
            std::min(memory.generation, memory.gradients + memory.activations + memory.loss - memory.overlap);
    }
    return memory;
}

} // namespace fettle
