#pragma once

#include "core/base/json.h"
#include "core/source/architecture.h"
#include "core/source/gguf/gguf_writer.h"

namespace fettle {

// Of the rope that reaches over the whole context: base, turned dimensions, kind of its extension. Error{BadModel} for
// an extension that llama.cpp does not have.
void addRopeFields(const Rope& rope, const std::string& arch, GgufFields& fields);

// rope_scaling of config.json; null where the context is not extended. Error{BadModel} for divisors of the frequencies
// that no kind of rope explains.
[[nodiscard]] Json ropeScalingOf(const GgufHeader& header, const Architecture& dimensions);

} // namespace fettle
