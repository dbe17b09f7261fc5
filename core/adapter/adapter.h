#pragma once

#include "core/config/run_config.h"
#include "core/model/causal_lm.h"
#include "core/model/slots.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fettle {

// What adapter_config.json says of a LoRA (PEFT's keys).
struct LoraSettings {
    LoraConfig config;     // r, alpha, dropout, targets, patterns, rslora
    std::string baseModel; // a hint: the shapes decide
};

// The trained part of a LoRA run: fp32 A and B for each target, under PEFT's names.
class Adapter {
public:
    // A kaiming-uniform with a = sqrt 5, that is U(-1/sqrt(in), 1/sqrt(in)), B zero; drawn by seed and tensor name.
    // Error{BadConfig} if no target matches, Error{BadAdapter} if the output head is one.
    [[nodiscard]] static Adapter make(const LoraConfig& config, const std::vector<ModuleSpec>& linears,
                                      std::uint64_t seed, const at::Device& device);
    // A PEFT folder, or an MLX one, which is converted. Half-precision files are widened to fp32. Error{BadAdapter}
    // naming the tensor and both shapes, or the active feature that is not supported (DoRA, modules_to_save, a pickle
    // ...).
    [[nodiscard]] static Adapter load(const std::filesystem::path& folder, const std::vector<ModuleSpec>& linears,
                                      const at::Device& device);
    // adapter_model.safetensors (fp32) and adapter_config.json that PEFT opens; atomic per file.
    void save(const std::filesystem::path& folder, const std::string& baseModel) const;

    [[nodiscard]] std::shared_ptr<const Slots> slots() const { return m_slots; }
    [[nodiscard]] const LoraSettings& settings() const { return m_settings; }
    // "base_model.model.<path>.lora_A.weight" ... in the order of the base's modules; the leaves themselves.
    [[nodiscard]] const NamedTensors& tensors() const { return m_tensors; }
    void setTrainable(bool trainable); // requires_grad of every tensor

private:
    Adapter(LoraSettings settings, std::size_t linears);
    void add(const ModuleSpec& module, std::size_t linear, const at::Tensor& A, const at::Tensor& B);
    void nameTargets(const std::vector<ModuleSpec>& linears);

    LoraSettings m_settings;
    std::vector<std::string> m_modules; // that carry a pair
    NamedTensors m_tensors;
    std::shared_ptr<Slots> m_slots;
};

// scale * B A in float64, [out, in].
[[nodiscard]] at::Tensor fullUpdate(const LowRankSlot& slot);

// The weights with every adapter's update folded in.
struct MergedModel {
    Architecture architecture;
    NamedTensors tensors; // under the model's own names, in `dtype`
};
// W + strength * scale * B A of each (adapter, strength), summed in float64 and rounded once, so that it can be proved
// from the files to the last bit. All other tensors are cast.
[[nodiscard]] MergedModel merge(const CausalLM& model, const std::vector<std::pair<const Adapter*, double>>& adapters,
                                at::ScalarType dtype);

} // namespace fettle
