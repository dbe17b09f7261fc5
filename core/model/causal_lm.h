#pragma once

#include "core/base/cancel.h"
#include "core/model/batch.h"
#include "core/model/kv_cache.h"
#include "core/model/slots.h"
#include "core/ops/dropout.h"
#include "core/ops/head.h"
#include "core/source/modules.h"
#include "core/weights/tensors.h"

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace fettle {

// Everything that a forward pass depends on besides the weights.
struct Call {
    const Batch& batch;
    const AdapterSet& adapters;
    KvCache* cache = nullptr; // new keys and values are written to batch.cacheRows_N, segments speak of cache rows
    at::ScalarType compute = at::kFloat;
    bool training = false;      // dropout on
    bool checkpointing = false; // blocks are recomputed in backward
    ops::DropoutKey dropout;
    double neftuneNoiseAlpha = 0; // noise on the embedded tokens (NEFTune, arXiv:2310.05914), drawn by the key
    double modelDropout = 0;      // of what enters the residual stream, drawn by the key
};

// A decoder-only language model. It never changes after loading: only an optimizer writes weights.
class CausalLM {
public:
    virtual ~CausalLM() = default;

    // Hidden states after the final norm, [N, D] in the compute type.
    [[nodiscard]] virtual at::Tensor hidden(const Call& call) const = 0;
    // The output head, [V, D]: where tied, the embedding's own matrix.
    [[nodiscard]] virtual const ops::Head& head() const = 0;
    // Every weight under its checkpoint name, a tied head once, in checkpoint order; the leaves themselves.
    [[nodiscard]] virtual NamedTensors parameters() const = 0;
    // The Linear modules in the order that slots are indexed by; the output head is none of them.
    [[nodiscard]] const std::vector<ModuleSpec>& linears() const { return m_linears; }
    [[nodiscard]] const Architecture& architecture() const { return m_architecture; }
    [[nodiscard]] at::Device device() const { return m_device; }

protected:
    CausalLM(Architecture architecture, at::Device device);
    Architecture m_architecture;
    std::vector<ModuleSpec> m_linears;
    at::Device m_device;
};

struct LoadOptions {
    at::ScalarType dtype = at::kFloat; // of the stored weights
    at::Device device = at::kCPU;
    std::optional<ops::Quantization> quantization; // of Linear weights, frozen; embeddings and norms stay
    bool quantizesHead = false;                    // the output head as well
    std::optional<std::uint64_t> freshScore;       // seed of a reward model's score where the files have none
    bool trainable = false; // weights are fp32 leaves that require grad (full fine-tuning), whatever dtype says
    std::optional<std::set<std::string>> trainedModules; // which of them, by their modules' names; nullopt: all
    const CancelFlag* stop = nullptr;                    // looked at before each tensor
};

// Error{BadModel} naming a missing tensor, both shapes, or a tensor of whole numbers; tensors that the family does not
// know are reported by a log line. Cancelled between two tensors.
[[nodiscard]] std::unique_ptr<CausalLM> loadModel(const Architecture& architecture, const TensorSource& source,
                                                  const LoadOptions& options);
// Fresh weights as transformers initialises them: N(0, initializer_range) matrices, norms 1, biases 0; drawn by seed
// and tensor name, so that no tensor depends on the others.
[[nodiscard]] std::unique_ptr<CausalLM> initModel(const Architecture& architecture, std::uint64_t seed,
                                                  const LoadOptions& options);

// The head that every sequence of a call sees: the base's, or what an adapter has instead at its strength.
// Error{Internal} where sequences see different ones.
[[nodiscard]] ops::Head headOf(const CausalLM& model, const AdapterSet& adapters);

// Scores [rows] in fp32 of the hidden states of a reward model, by the score that an adapter brings, else its own.
[[nodiscard]] at::Tensor scores(const CausalLM& model, const AdapterSet& adapters, const at::Tensor& hidden_ND,
                                at::ScalarType compute);

// Logits [rows, V] in fp32 of the hidden states. With several strengths, one row a sequence.
[[nodiscard]] at::Tensor logits(const CausalLM& model, const at::Tensor& hidden_ND, at::ScalarType compute,
                                const AdapterSet& adapters = {});

} // namespace fettle
