#include "core/adapter/saved_modules.h"

#include "core/base/error.h"
#include "core/source/adapters/saved_modules.h"
#include "core/source/head_tie.h"

namespace fettle {

namespace {

at::Tensor tensorOf(const TensorsByName& tensors, const std::string& name) {
    const auto found = tensors.find(nameOfSaved(name));
    return found == tensors.end() ? at::Tensor() : found->second;
}

// Counts the modules of each kind as it meets them, which is how slots are indexed.
class SavedSlots {
public:
    SavedSlots(const SlotBase& base, Slots& slots) : m_slots(slots) {
        m_slots.linears.resize(base.linears.size());
        for (const ModuleSpec& module : modulesOf(base.architecture))
            m_norms += module.kind == ModuleKind::Norm ? 1 : 0;
        m_slots.norms.resize(m_norms);
    }

    void meet(const ModuleSpec& module, const at::Tensor& weight, const at::Tensor& bias) {
        const std::size_t index = m_met[module.kind]++;
        if (!weight.defined()) return;
        if (module.kind == ModuleKind::Norm) m_slots.norms[index] = NormSlot{weight, bias};
        if (module.kind == ModuleKind::Embedding) (index == 0 ? m_slots.embedding : m_slots.positions) = weight;
        if (module.kind == ModuleKind::Head) m_slots.head = ops::LinearWeight(weight, bias);
        if (module.kind == ModuleKind::Linear)
            m_slots.linears[index].replaced =
                module.isTransposed ? ops::LinearWeight::transposed(weight, bias) : ops::LinearWeight(weight, bias);
    }

private:
    Slots& m_slots;
    std::size_t m_norms = 0;
    std::map<ModuleKind, std::size_t> m_met;
};

} // namespace

at::Tensor startOfSaved(const std::vector<std::string>& names, const CausalLM& base, const std::string& tensor) {
    for (const ModuleSpec& module : savedModules(names, base.architecture())) {
        const bool isWeight = nameOfSaved(module.name + ".weight") == tensor;
        if (!isWeight && nameOfSaved(module.name + ".bias") != tensor) continue;
        const std::string stored =
            module.isTied ? tiedPairOf(base.architecture()).embedding : module.name + (isWeight ? ".weight" : ".bias");
        for (const auto& [name, values] : base.parameters())
            if (name == stored) return values.detach().to(at::kFloat, /*non_blocking=*/false, /*copy=*/true);
        throw Error{ErrorKind::BadConfig,
                    "\"" + module.name + "\" is quantised and cannot be trained whole.",
                    "Leave it out of modules_to_save, or choose a base that is not quantised.",
                    {{"key", "adapter.modules_to_save"}, {"module", module.name}}};
    }
    return {};
}

void fillSaved(const std::vector<std::string>& names, const TensorsByName& tensors, const SlotBase& base,
               Slots& slots) {
    if (names.empty()) return;
    SavedSlots saved(base, slots);
    for (const ModuleSpec& module : modulesOf(base.architecture))
        saved.meet(module, tensorOf(tensors, module.name + ".weight"), tensorOf(tensors, module.name + ".bias"));
}

} // namespace fettle
