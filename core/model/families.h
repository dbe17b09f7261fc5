#pragma once

#include "core/model/causal_lm.h"
#include "core/model/weight_path.h"

namespace fettle {

// The model of architecture.family; the table of families is in families.cpp.
[[nodiscard]] std::unique_ptr<CausalLM> makeModel(const Architecture& architecture, WeightStore& weights,
                                                  const at::Device& device);

// One function per family file.
[[nodiscard]] std::unique_ptr<CausalLM> makeFalcon(const Architecture& architecture, WeightStore& weights,
                                                   const at::Device& device);
[[nodiscard]] std::unique_ptr<CausalLM> makeGemma2(const Architecture& architecture, WeightStore& weights,
                                                   const at::Device& device);
[[nodiscard]] std::unique_ptr<CausalLM> makeGpt2(const Architecture& architecture, WeightStore& weights,
                                                 const at::Device& device);
[[nodiscard]] std::unique_ptr<CausalLM> makeGptNeox(const Architecture& architecture, WeightStore& weights,
                                                    const at::Device& device);
[[nodiscard]] std::unique_ptr<CausalLM> makeLlama(const Architecture& architecture, WeightStore& weights,
                                                  const at::Device& device);
[[nodiscard]] std::unique_ptr<CausalLM> makeOlmo2(const Architecture& architecture, WeightStore& weights,
                                                  const at::Device& device);
[[nodiscard]] std::unique_ptr<CausalLM> makePhi3(const Architecture& architecture, WeightStore& weights,
                                                 const at::Device& device);

} // namespace fettle
