#pragma once

#include "core/source/architecture.h"

namespace fettle {

// SmolLM2-135M: the standard shape for a CPU and for small-model speed on a GPU.
[[nodiscard]] Architecture smolLm2_135m();

} // namespace fettle
