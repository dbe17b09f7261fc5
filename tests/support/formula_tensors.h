#pragma once

#include "core/adapter/adapter.h"

#include <filesystem>
#include <string>

namespace fettle::test {

// fp32 values between -scale and scale that tests/golden/formula_tensors.py makes as well: element i is
// scale (2u - 1), u the top 24 bits over 2^24 of splitmix64's output i+1 from the state FNV-1a-64(name).
[[nodiscard]] at::Tensor formulaTensor(const std::string& name, at::IntArrayRef sizes, double scale = 0.05);

// A PEFT folder of an adapter on `model` whose tensors follow the formula.
void writeFormulaAdapter(const std::filesystem::path& folder, const CausalLM& model, const AdapterConfig& config);

} // namespace fettle::test
