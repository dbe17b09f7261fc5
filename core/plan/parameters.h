#pragma once

#include "core/config/run_config.h"
#include "core/source/architecture.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace fettle {

struct ParameterCounts {
    std::int64_t total = 0;   // model and adapter together
    std::int64_t trained = 0; // what the optimizer moves
    std::int64_t stored = 0;  // in the adapter's file; 0 for full tuning
};
// An adapter that the run goes on from counts as its file says. Error{BadConfig} where target_modules matches nothing;
// those of readTensorTableOfFile.
[[nodiscard]] ParameterCounts countParameters(const RunConfig& config, const Architecture& architecture);

// Names of the modules that full tuning trains, a tied head's included; nullopt: all, or none for an adapter.
// Error{BadConfig} as trainedModules.
[[nodiscard]] std::optional<std::set<std::string>> trainedNames(const AdapterConfig& adapter,
                                                                const Architecture& architecture);

// Bytes of the optimizer's states. Errors as countParameters.
[[nodiscard]] std::uint64_t optimizerBytes(const RunConfig& config, const Architecture& architecture);

} // namespace fettle
