#pragma once

#include "core/config/run_config.h"
#include "core/model/causal_lm.h"
#include "core/model/slots.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fettle {

// What adapter_config.json says of a LoRA (PEFT's keys).
struct LoraSettings {
    LoraConfig config;         // r, alpha, dropout, targets, patterns, rslora
    std::string baseModel;     // a hint
    Json raw = Json::object(); // the file as read, unknown keys kept
};

// The trained part of a LoRA run: fp32 A and B for each target, under PEFT's names.
class Adapter {
public:
    // A kaiming-uniform (a = sqrt 5: U(-1/sqrt(in), 1/sqrt(in))), B zero; drawn by seed and module name.
    [[nodiscard]] static Adapter make(const LoraConfig& config, const std::vector<ModuleSpec>& linears, std::uint64_t seed,
                                      const at::Device& device);
    // A PEFT folder. Its shapes decide; Error{BadAdapter} naming the tensor and both shapes, or the active feature that is
    // not supported (DoRA, modules_to_save, a pickle ...). Half-precision files are widened to fp32.
    [[nodiscard]] static Adapter load(const std::filesystem::path& folder, const std::vector<ModuleSpec>& linears,
                                      const at::Device& device);
    // adapter_model.safetensors (fp32) and adapter_config.json that PEFT opens; atomic per file.
    void save(const std::filesystem::path& folder, const std::string& baseModel) const;

    [[nodiscard]] std::shared_ptr<const Slots> slots() const { return m_slots; }
    [[nodiscard]] const LoraSettings& settings() const { return m_settings; }
    // "base_model.model.<path>.lora_A.weight" ... in file order; the leaves themselves.
    [[nodiscard]] const NamedTensors& tensors() const { return m_tensors; }
    void setTrainable(bool trainable); // requires_grad of every tensor

private:
    LoraSettings m_settings;
    NamedTensors m_tensors;
    std::shared_ptr<Slots> m_slots;
};

// The weights with every adapter's update folded in: W + strength * scale * B A in fp32, then cast to `dtype`; all other
// tensors cast too. A head that was a target is untied (and named "lm_head.weight").
struct MergedModel {
    Architecture architecture; // tie_word_embeddings false where the head was trained
    NamedTensors tensors;
};
[[nodiscard]] MergedModel merge(const CausalLM& model, const std::vector<std::pair<const Adapter*, double>>& adapters,
                                at::ScalarType dtype);

} // namespace fettle
