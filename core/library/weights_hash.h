#pragma once

#include "core/source/safetensors.h"

#include <string>

namespace fettle {

// Tells weights apart: names, types and shapes of all tensors, and bytes at many places of each file, all of a small
// one. Training changes weights everywhere, so the places tell. Where the files lie and when they were written does not
// count. Error as MappedFile::open.
[[nodiscard]] std::string weightsHash(const TensorTable& table);

} // namespace fettle
