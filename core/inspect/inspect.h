#pragma once

#include "core/adapter/adapter.h"
#include "core/base/json.h"

#include <optional>
#include <string>

namespace fettle {

// The modules of a model as a tree: {"name", "kind", "shape", "parameters", "children"}; equal layers are not folded.
[[nodiscard]] Json architectureTree(const Architecture& architecture);

// What an adapter does to each Linear that it touches, then what it adds inside the layers: [{"module", "rank",
// "scale", "update_norm", "base_norm", "ratio", "singular_values" ...}], as linearEffect and layerEffects have it; in
// float64.
[[nodiscard]] Json adapterModules(const Adapter& adapter, const CausalLM& model);

// One Linear: upper left corners (4 x 4) of base, of what is trained ("A", "B", "magnitude", "input_factors",
// "output_factors"), of the update and of the merged matrix.
[[nodiscard]] Json moduleCorners(const Adapter& adapter, const CausalLM& model, const std::string& module);

// A tuned folder's matrix against the merged one in float64, rounded to the file's type: {"dtype", "equal",
// "max_difference", "differs_from_base"}. Error{BadUsage} for a module that the adapter does not touch.
[[nodiscard]] Json compareWithTuned(const Adapter& adapter, const CausalLM& model, const TensorSource& tuned,
                                    const std::string& module);

} // namespace fettle
