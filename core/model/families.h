#pragma once

#include "core/model/causal_lm.h"
#include "core/model/named_generator.h"
#include "core/model/weight_path.h"

namespace fettle {

// The model of architecture.family; the table of families is in families.cpp.
[[nodiscard]] std::unique_ptr<CausalLM> makeModel(const Architecture& architecture, WeightStore& weights,
                                                  const at::Device& device);

// A matrix as transformers' _init_weights makes it, drawn by seed and name.
[[nodiscard]] at::Tensor freshMatrix(const Architecture& architecture, std::uint64_t seed, const std::string& name,
                                     at::IntArrayRef shape);

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
