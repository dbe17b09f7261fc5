#pragma once

#include "core/generate/generation.h"

namespace fettle {

// The adapters of several streams as one set: each distinct adapter once, with its strength in every stream (0 where
// the stream does not use it).
[[nodiscard]] AdapterSet joinAdapters(const std::vector<StreamAdapters>& streams);

// A set as one stream uses all of it.
[[nodiscard]] StreamAdapters fullStrength(const AdapterSet& adapters);

} // namespace fettle
