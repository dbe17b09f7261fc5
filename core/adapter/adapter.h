#pragma once

#include "core/config/run_config.h"
#include "core/model/causal_lm.h"
#include "core/model/slots.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace fettle {

// Ids of a text by the base's tokenizer, special tokens included. Empty: there is none at hand.
using TextToIds = std::function<std::vector<std::int32_t>(const std::string& text)>;

// What a run trains beside a frozen base, of whichever kind: fp32 tensors under the names that its files use, and the
// slots of the model that they fill.
class Adapter {
public:
    // Start values drawn by seed and tensor name, or those of the folder that the configuration goes on from.
    // Error{BadConfig} where it matches nothing or its folder holds another kind, Error{BadAdapter} where the base
    // cannot carry it.
    [[nodiscard]] static Adapter make(const AdapterConfig& config, const CausalLM& base, std::uint64_t seed,
                                      const TextToIds& idsOf = {});
    // A folder of PEFT, of AdapterHub, or of MLX, which is converted. Half-precision files are widened to fp32.
    // Error{BadAdapter} naming the tensor and both shapes, or the active feature that is not supported.
    [[nodiscard]] static Adapter load(const std::filesystem::path& folder, const CausalLM& base);
    // Of fp32 tensors under the names of AdapterKind::tensors, in its order.
    [[nodiscard]] static Adapter of(const AdapterConfig& config, const CausalLM& base, NamedTensors tensors);
    // The folder that PEFT (or AdapterHub, for bottlenecks) opens, in fp32; atomic per file.
    void save(const std::filesystem::path& folder, const std::string& baseModel) const;

    [[nodiscard]] std::shared_ptr<const Slots> slots() const { return m_slots; }
    [[nodiscard]] const AdapterConfig& config() const { return m_config; }
    // In the order of the base's modules; the leaves themselves.
    [[nodiscard]] const NamedTensors& tensors() const { return m_tensors; }
    // All that training goes on from, where the folder holds something else that was made of it (PiSSA's pair and its
    // start). Empty: the folder is enough.
    [[nodiscard]] NamedTensors state() const;
    // What it has instead of a tensor of the base (modules_to_save); undefined: nothing.
    [[nodiscard]] at::Tensor saved(const std::string& tensor) const;
    // A matrix of the vocabulary with the rows of the tokens that it trains; undefined: it trains none of this tensor.
    [[nodiscard]] at::Tensor withOwnRows(const std::string& tensor, const at::Tensor& matrix_VD) const;
    void setTrainable(bool trainable); // requires_grad of every tensor
    // Error{BadUsage} saying why, for a kind whose effect no weight of the base can have.
    void refuseUnmergeable() const;

private:
    Adapter(AdapterConfig config, const CausalLM& base, NamedTensors tensors);
    [[nodiscard]] bool isStoredAsItIs() const;
    void keepStart();
    void fillSlots();

    AdapterConfig m_config;
    Architecture m_base; // that it fits
    std::vector<ModuleSpec> m_linears;
    NamedTensors m_tensors;
    NamedTensors m_start; // frozen copies, where the kind keeps them
    std::shared_ptr<Slots> m_slots;
};

} // namespace fettle
