#pragma once

#include "core/generate/generation.h"

namespace fettle {

// The adapters of several streams as one set: each distinct adapter once, with its strength in every stream (0 where
// the stream does not use it).
[[nodiscard]] AdapterSet joinAdapters(const std::vector<StreamAdapters>& streams);

} // namespace fettle
