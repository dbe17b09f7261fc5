#pragma once

#include "core/adapter/adapter.h"
#include "core/config/adapter_config.h"
#include "core/model/slots.h"
#include "core/source/adapters/adapter_kind.h"

#include <map>
#include <string>
#include <vector>

namespace fettle {

// The base as a kind sees it.
struct SlotBase {
    const Architecture& architecture;
    const std::vector<ModuleSpec>& linears; // by the index of Slots::linears
};
using TensorsByName = std::map<std::string, at::Tensor>;

// What start values may depend on besides the configuration.
struct AdapterStart {
    std::uint64_t seed = 0;
    const CausalLM& base;
    TextToIds idsOf;
};

// What the heavy half knows of a kind of adapter besides its arithmetic (AdapterKind).
struct SlotFiller {
    // Start values of one tensor, fp32, wherever they come from; what is drawn is drawn by seed and name.
    at::Tensor (*start)(const AdapterConfig& config, const AdapterTensor& tensor, const AdapterStart& start);
    // Puts the tensors, or views of them, into empty slots.
    void (*fill)(const AdapterConfig& config, const TensorsByName& tensors, const SlotBase& base, Slots& slots);
    // Start values that depend on more than one tensor, put over those of start(). nullptr: there are none.
    void (*startTogether)(const AdapterConfig& config, const TensorsByName& tensors,
                          const AdapterStart& start) = nullptr;
    // The tensors of its folder (AdapterKind::storedTensors), made of its own and of the kept start values, where they
    // are others. nullptr: they never are.
    NamedTensors (*stored)(const AdapterConfig& config, const TensorsByName& tensors,
                           const Architecture& base) = nullptr;
    // Why no weight of the base can have its effect; nullptr: it can be merged.
    const char* whyNotMerged = nullptr;
};

// Error{Internal} for full tuning.
[[nodiscard]] const SlotFiller& slotFiller(const AdapterConfig& config);

// U(-1/sqrt(in), 1/sqrt(in)), that is kaiming-uniform with a = sqrt 5, for a matrix [out, in].
[[nodiscard]] at::Tensor kaimingUniform(const AdapterTensor& tensor, std::uint64_t seed);

// One function per adapter file.
[[nodiscard]] SlotFiller loraFiller();
[[nodiscard]] SlotFiller prefixTuningFiller();
[[nodiscard]] SlotFiller bottleneckFiller();
[[nodiscard]] SlotFiller ia3Filler();
[[nodiscard]] SlotFiller promptTuningFiller();
[[nodiscard]] SlotFiller pTuningFiller();

} // namespace fettle
