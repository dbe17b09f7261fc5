#include "core/adapter/adapter.h"

#include "core/adapter/adapter_folder.h"
#include "core/adapter/saved_modules.h"
#include "core/adapter/slot_filler.h"
#include "core/adapter/token_rows.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/source/adapters/saved_modules.h"
#include "core/source/adapters/token_rows.h"
#include "core/source/score_head.h"

#include <set>

namespace fettle {

namespace fs = std::filesystem;

namespace {

void checkShape(const at::Tensor& tensor, at::IntArrayRef shape, const std::string& name, const std::string& what) {
    if (tensor.sizes() == shape) return;
    const std::string found = c10::str(tensor.sizes()), expected = c10::str(shape);
    throw Error{ErrorKind::BadAdapter,
                what + ": \"" + name + "\" has the shape " + found + ", this base model needs " + expected + ".",
                "The adapter belongs to another base model.",
                {{"tensor", name}, {"found", found}, {"expected", expected}}};
}

// A copy: what is trained further must not live in the file's pages.
at::Tensor copyOf(const AdapterFolder& folder, const AdapterTensor& wanted, const at::Device& device) {
    const auto found = folder.tensors.find(wanted.name);
    if (found == folder.tensors.end())
        throw Error{ErrorKind::BadAdapter,
                    folder.what + " lacks \"" + wanted.name + "\".",
                    "Copy or export the adapter again.",
                    {{"tensor", wanted.name}}};
    checkShape(found->second, wanted.shape, wanted.name, folder.what);
    return at::empty(wanted.shape, at::TensorOptions(device).dtype(at::kFloat)).copy_(found->second);
}

// An adapter that was trained for answers may start one for scores.
bool isMissingScore(const AdapterFolder& folder, const AdapterTensor& tensor) {
    return tensor.name == kScoreTensor && !folder.tensors.contains(tensor.name);
}

// PEFT trains a head's rows where they are asked for by name; the base's own are where it does not.
at::Tensor loadedOrStart(const AdapterFolder& folder, const AdapterConfig& config, const AdapterTensor& tensor,
                         const CausalLM& base) {
    if (isMissingScore(folder, tensor)) return startOfSaved({kScoreModule}, base, tensor.name);
    const bool isOfBase = belongsToTokenRows(tensor.name) && !folder.tensors.contains(tensor.name);
    return isOfBase ? startOfTokenRows(config, base, tensor.name) : copyOf(folder, tensor, base.device());
}

std::set<std::string> namesOf(const AdapterFolder& folder) {
    std::set<std::string> names;
    for (const auto& [name, tensor] : folder.tensors)
        names.insert(name);
    if (names.empty())
        throw Error{ErrorKind::BadAdapter,
                    folder.what + " holds no tensor.",
                    "Choose another adapter.",
                    {{"file", folder.what}}};
    return names;
}

void refuseStrangers(const AdapterFolder& folder, const std::vector<AdapterTensor>& wanted) {
    std::set<std::string> names = namesOf(folder);
    for (const AdapterTensor& tensor : wanted)
        names.erase(tensor.name);
    std::erase_if(names, belongsToTokenRows); // PEFT writes a resized base's matrices and a tied head's rows as well
    if (names.empty()) return;
    throw Error{ErrorKind::BadAdapter,
                folder.what + ": the tensor \"" + *names.begin() + "\" has no place in this base model.",
                "The adapter belongs to another base model, or uses a feature that is not supported.",
                {{"tensor", *names.begin()}}};
}

at::Tensor startOf(const AdapterConfig& config, const AdapterTensor& tensor, const AdapterStart& start) {
    const at::Tensor rows = startOfTokenRows(config, start.base, tensor.name);
    if (rows.defined()) return rows;
    const at::Tensor saved = startOfSaved(savedNames(config, start.base.architecture()), start.base, tensor.name);
    return saved.defined() ? saved : slotFiller(config).start(config, tensor, start);
}

Adapter startedFrom(const std::string& folder, const AdapterConfig& config, const CausalLM& base) {
    Adapter adapter = Adapter::load(folder, base);
    if (adapter.config().index() == config.index()) return adapter;
    throw Error{ErrorKind::BadConfig,
                folder + " holds an adapter of another kind than this run's.",
                "Set adapter.kind to the folder's own, or choose another folder.",
                {{"key", "adapter.init_from"}, {"file", folder}}};
}

} // namespace

Adapter::Adapter(AdapterConfig config, const CausalLM& base, NamedTensors tensors)
    : m_config(std::move(config)), m_base(base.architecture()), m_linears(base.linears()),
      m_tensors(std::move(tensors)), m_slots(std::make_shared<Slots>()) {
    fillSlots();
}

void Adapter::keepStart() {
    for (const auto& [name, tensor] : m_tensors)
        if (keepsStart(m_config, name)) m_start.emplace_back(nameOfStart(name), tensor.clone());
    if (!m_start.empty()) fillSlots();
}

void Adapter::fillSlots() {
    TensorsByName byName(m_tensors.begin(), m_tensors.end());
    byName.insert(m_start.begin(), m_start.end());
    *m_slots = {};
    slotFiller(m_config).fill(m_config, byName, {m_base, m_linears}, *m_slots);
    fillSaved(savedNames(m_config, m_base), byName, {m_base, m_linears}, *m_slots);
    fillTokenRows(m_config, byName, {m_base, m_linears}, *m_slots);
}

Adapter Adapter::make(const AdapterConfig& config, const CausalLM& base, std::uint64_t seed, const TextToIds& idsOf) {
    if (const auto folder = initFromOf(config)) return startedFrom(*folder, config, base);
    const AdapterStart start{seed, base, idsOf};
    NamedTensors tensors;
    for (const AdapterTensor& tensor : adapterTensors(config, base.architecture()))
        tensors.emplace_back(tensor.name, startOf(config, tensor, start).to(base.device()));
    if (const auto together = slotFiller(config).startTogether)
        together(config, TensorsByName(tensors.begin(), tensors.end()), start);
    Adapter made(config, base, std::move(tensors));
    made.keepStart();
    return made;
}

Adapter Adapter::load(const fs::path& folder, const CausalLM& base) {
    const AdapterFolder read = readAdapterFolder(folder);
    const AdapterKind& kind = adapterKind(read.settings.config);
    const AdapterConfig config = kind.fitted(read.settings.config, base.architecture(), namesOf(read));
    const std::vector<AdapterTensor> wanted = adapterTensors(config, base.architecture());
    refuseStrangers(read, wanted);
    NamedTensors tensors;
    for (const AdapterTensor& tensor : wanted)
        tensors.emplace_back(tensor.name, loadedOrStart(read, config, tensor, base));
    return Adapter(config, base, std::move(tensors));
}

Adapter Adapter::of(const AdapterConfig& config, const CausalLM& base, NamedTensors tensors) {
    return Adapter(config, base, std::move(tensors));
}

void Adapter::save(const fs::path& folder, const std::string& baseModel) const {
    const AdapterKind& kind = adapterKind(m_config);
    const NamedTensors own = state();
    makeFolder(folder);
    writeSafetensors(folder / kind.weightsFile,
                     own.empty() ? m_tensors : slotFiller(m_config).stored(m_config, {own.begin(), own.end()}, m_base));
    writeJson(folder / "adapter_config.json", adapterConfigJson({m_config, baseModel}, m_base));
}

bool Adapter::isStoredAsItIs() const {
    return storedTensors(m_config, m_base) == adapterTensors(m_config, m_base);
}

NamedTensors Adapter::state() const {
    if (isStoredAsItIs()) return {};
    NamedTensors all = m_tensors;
    all.insert(all.end(), m_start.begin(), m_start.end());
    return all;
}

at::Tensor Adapter::withOwnRows(const std::string& tensor, const at::Tensor& matrix_VD) const {
    for (const auto& [name, own_KD] : m_tensors) {
        if (!belongsToTokenRows(name) || nameOfTokenRows(tensor.substr(0, tensor.rfind('.'))) != name) continue;
        const at::Tensor ids_K = tokenRowIds(std::get<LoraConfig>(m_config), matrix_VD.device());
        return matrix_VD.index_copy(0, ids_K, own_KD.detach().to(matrix_VD.device(), matrix_VD.scalar_type()));
    }
    return {};
}

at::Tensor Adapter::saved(const std::string& tensor) const {
    for (const auto& [name, own] : m_tensors)
        if (name == nameOfSaved(tensor)) return own;
    return {};
}

void Adapter::setTrainable(bool trainable) {
    for (auto& [name, tensor] : m_tensors)
        tensor.set_requires_grad(trainable);
    const at::AutoGradMode withGrad(true); // slots that are views must lead back to their leaves
    fillSlots();
}

void Adapter::refuseUnmergeable() const {
    if (const char* why = slotFiller(m_config).whyNotMerged)
        throw Error{ErrorKind::BadUsage, why, "Keep it beside its base: give both to generate, chat and score."};
}

} // namespace fettle
