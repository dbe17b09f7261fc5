#pragma once

#include "core/adapter/adapter.h"
#include "core/base/json.h"

#include <optional>
#include <string>

namespace fettle {

// The modules of a model as a tree: {"name", "kind", "shape", "parameters", "children"}; equal layers are not folded.
[[nodiscard]] Json architectureTree(const Architecture& architecture);

// What an adapter does to each module that it touches: [{"module", "rank", "scale", "update_norm", "base_norm",
// "ratio", "singular_values"}]; Frobenius norms of scale * B A and of W, singular values by QR of the factors, all in
// float64.
[[nodiscard]] Json adapterModules(const Adapter& adapter, const CausalLM& model);

// One module: upper left corners (4 x 4) of base, A, B, the update and the merged matrix.
[[nodiscard]] Json moduleCorners(const Adapter& adapter, const CausalLM& model, const std::string& module);

// A tuned folder's matrix against base + scale * B A in float64, rounded to the file's type: {"dtype", "equal",
// "max_difference", "differs_from_base"}. Error{BadUsage} for a module that the adapter does not touch.
[[nodiscard]] Json compareWithTuned(const Adapter& adapter, const CausalLM& model, const TensorSource& tuned,
                                    const std::string& module);

} // namespace fettle
