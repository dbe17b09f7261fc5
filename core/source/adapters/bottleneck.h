#pragma once

#include "core/config/adapter_config.h"
#include "core/source/architecture.h"

#include <string>

namespace fettle {

// The names of one bottleneck [b, D] and back: behind attention, or at the MLP (AdapterHub's two places).
struct BottleneckNames {
    std::string down, downBias, up, upBias; // [b, D], [b], [D, b], [D]
};
enum class BottleneckPlace { Attention, Output };
[[nodiscard]] BottleneckNames bottleneckNames(const Architecture& base, std::size_t layer, BottleneckPlace place);

// A file's own name for a tensor, which holds the adapter's, as the names above.
[[nodiscard]] std::string withoutAdapterName(const std::string& stored, const std::string& adapterName);

} // namespace fettle
