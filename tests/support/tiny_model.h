#pragma once

#include "core/adapter/adapter.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace fettle::test {

// A Llama with every part that matters and no size: vocabulary 96, width 32, 2 layers, 4 heads that share 2 of keys.
[[nodiscard]] Architecture tinyArchitecture();
// The same with keys of config.json replaced.
[[nodiscard]] Architecture tinyArchitecture(const Json& changes);

// Random weights of a size that makes logits of order one, so that a mistake anywhere shows.
[[nodiscard]] std::unique_ptr<CausalLM> tinyModel(const Architecture& architecture = tinyArchitecture(),
                                                  const LoadOptions& options = {});

// An adapter that does something: A and B both random.
[[nodiscard]] Adapter tinyAdapter(const CausalLM& model, const AdapterConfig& config, std::uint64_t seed = 1);
[[nodiscard]] Adapter tinyAdapter(const CausalLM& model, const LoraConfig& config = {.r = 4, .loraAlpha = 8},
                                  std::uint64_t seed = 1);

// The adapter at one strength for all sequences, or one for each.
[[nodiscard]] AdapterSet used(const Adapter& adapter, std::vector<double> strengths = {1});

// Logits [N, V] of documents laid one after the other.
[[nodiscard]] at::Tensor logitsOf(const CausalLM& model, const std::vector<std::vector<std::int32_t>>& documents,
                                  const AdapterSet& adapters = {});

// config.json and model.safetensors as transformers would lay them out.
void writeModel(const std::filesystem::path& folder, const CausalLM& model);

} // namespace fettle::test
