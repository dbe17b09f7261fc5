#pragma once

#include "core/adapter/adapter.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fettle {

using WeightedAdapters = std::vector<std::pair<const Adapter*, double>>; // with the strength of each

// scale * B A in float64, [out, in]; less what the pair took out of the weight.
[[nodiscard]] at::Tensor fullUpdate(const LowRankSlot& slot);

// The matrix [out, in] of the Linear with that index as the adapters make it, summed in float64: first what stands
// instead of it, W + strength * (W' - W), then every update, W + strength * scale * B A, then every factor to the power
// of its strength. `weight` itself where none touches it.
[[nodiscard]] at::Tensor mergedWeight(const at::Tensor& weight_OI, const WeightedAdapters& adapters,
                                      std::size_t linear);
// Its bias [out]: factors on the output scale it too.
[[nodiscard]] at::Tensor mergedBias(const at::Tensor& bias_O, const WeightedAdapters& adapters, std::size_t linear);

// A model's weights with every adapter folded in, one at a time. Both must outlive it.
class MergedWeights {
public:
    // Error{BadUsage} for a kind that cannot be merged.
    MergedWeights(const CausalLM& model, WeightedAdapters adapters);

    [[nodiscard]] bool has(const std::string& name) const { return m_own.contains(name); }
    // Under the model's own name; float64 where an adapter touches it, so that it can be rounded once.
    // Error{Internal} for a name that is none of the model's.
    [[nodiscard]] at::Tensor tensor(const std::string& name) const;

private:
    const CausalLM& m_model;
    WeightedAdapters m_adapters;
    std::map<std::string, at::Tensor> m_own;
    std::map<std::string, std::size_t> m_linearOfWeight, m_linearOfBias;
};

// All of them.
struct MergedModel {
    Architecture architecture;
    NamedTensors tensors; // under the model's own names, in `dtype`
};
// Each is rounded once from float64, so that it can be proved from the files to the last bit. All other tensors are
// cast. A tied head becomes one of its own where an adapter has trained it or the embedding whole. Error{BadUsage} for
// a kind that cannot be merged.
[[nodiscard]] MergedModel merge(const CausalLM& model, const WeightedAdapters& adapters, at::ScalarType dtype);

} // namespace fettle
