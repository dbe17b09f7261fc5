#pragma once

#include "core/config/run_config.h"
#include "core/source/architecture.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fettle {

struct ParameterCounts {
    std::int64_t total = 0;   // model and adapter together
    std::int64_t trained = 0; // what the optimizer moves
};
// Error{BadConfig} where target_modules matches nothing.
[[nodiscard]] ParameterCounts countParameters(const RunConfig& config, const Architecture& architecture);

struct AdapterTensor {
    std::string name; // "base_model.model.<module>.lora_A.weight"
    std::vector<std::int64_t> shape;
};
// The tensors of the run's adapter file, r x in and out x r for each target; none under full fine-tuning. An adapter
// that the run goes on from counts as its file says. Error{BadConfig}; those of readTensorTableOfFile.
[[nodiscard]] std::vector<AdapterTensor> adapterTensors(const RunConfig& config, const Architecture& architecture);

// adapter_model.safetensors with these tensors in fp32 and in the order of their names, its header included. 0 for none.
[[nodiscard]] std::uint64_t adapterFileBytes(std::vector<AdapterTensor> tensors);

} // namespace fettle
