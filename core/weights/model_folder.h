#pragma once

#include "core/source/architecture.h"
#include "core/weights/tensors.h"

#include <filesystem>
#include <functional>

namespace fettle {

// Error{AlreadyExists} where the folder exists and holds something.
void refuseFilled(const std::filesystem::path& folder);

// A transformers folder: config.json (unknown keys of the original kept, dimensions and dtype explicit), weights cast
// to `dtype` in shards, and what `addFiles` puts beside them. The folder appears whole or not at all. Error as
// refuseFilled; Error{FileAccess} where a mapped file changed meanwhile.
void writeModelFolder(const std::filesystem::path& folder, const Architecture& architecture,
                      const NamedTensors& tensors, at::ScalarType dtype, std::int64_t maxShardBytes,
                      const std::function<void(const std::filesystem::path& folder)>& addFiles);

} // namespace fettle
