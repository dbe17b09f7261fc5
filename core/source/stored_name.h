#pragma once

#include "core/source/architecture.h"
#include "core/source/safetensors.h"

#include <string>

namespace fettle {

// Under which name the files hold a tensor: the model's own, or without the prefix of the decoder, as a checkpoint of
// the bare decoder (GPT2Model, LlamaModel) names it; the head's for a tied embedding of which only that is there. The
// model's own where they hold none of these.
[[nodiscard]] std::string storedName(const TensorTable& table, const Architecture& architecture,
                                     const std::string& name);

} // namespace fettle
