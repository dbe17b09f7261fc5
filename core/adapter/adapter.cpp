#include "core/adapter/adapter.h"

#include "core/adapter/adapter_folder.h"
#include "core/adapter/peft_config.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/model/named_generator.h"
#include "core/source/target_modules.h"

#include <cmath>

namespace fettle {

namespace fs = std::filesystem;

namespace {

at::Tensor kaimingUniform(const ModuleSpec& module, std::int64_t rank, std::uint64_t seed) {
    const double bound = 1 / std::sqrt(static_cast<double>(module.inFeatures));
    return at::empty({rank, module.inFeatures}).uniform_(-bound, bound, namedGenerator(seed, nameOfA(module.name)));
}

void checkShape(const at::Tensor& tensor, at::IntArrayRef shape, const std::string& name, const std::string& what) {
    if (tensor.sizes() == shape) return;
    const std::string found = c10::str(tensor.sizes()), expected = c10::str(shape);
    throw Error{ErrorKind::BadAdapter,
                what + ": \"" + name + "\" has the shape " + found + ", this base model needs " + expected + ".",
                "The adapter belongs to another base model.",
                {{"tensor", name}, {"found", found}, {"expected", expected}}};
}

// Takes one tensor out of the folder, as a copy: what is trained further must not live in the file's pages.
at::Tensor take(AdapterFolder& folder, const std::string& name, at::IntArrayRef shape, const at::Device& device) {
    const auto found = folder.tensors.find(name);
    if (found == folder.tensors.end())
        throw Error{ErrorKind::BadAdapter,
                    folder.what + " lacks \"" + name + "\".",
                    "Copy or export the adapter again.",
                    {{"tensor", name}}};
    checkShape(found->second, shape, name, folder.what);
    const at::Tensor copy = at::empty(shape, at::TensorOptions(device).dtype(at::kFloat)).copy_(found->second);
    folder.tensors.erase(found);
    return copy;
}

void refuseLeftovers(const AdapterFolder& folder) {
    if (folder.tensors.empty()) return;
    const std::string& name = folder.tensors.begin()->first;
    throw Error{ErrorKind::BadAdapter,
                folder.what + ": the tensor \"" + name + "\" has no place in this base model.",
                "The adapter belongs to another base model, or uses a feature that is not supported.",
                {{"tensor", name}}};
}

} // namespace

Adapter::Adapter(LoraSettings settings, std::size_t linears)
    : m_settings(std::move(settings)), m_slots(std::make_shared<Slots>()) {
    m_slots->linears.resize(linears);
}

void Adapter::add(const ModuleSpec& module, std::size_t linear, const at::Tensor& A, const at::Tensor& B) {
    const double scale = loraShape(m_settings.config, module.name).scale;
    m_slots->linears[linear].lowRank = LowRankSlot{A, B, scale, m_settings.config.loraDropout};
    m_modules.push_back(module.name);
    m_tensors.emplace_back(nameOfA(module.name), A);
    m_tensors.emplace_back(nameOfB(module.name), B);
}

Adapter Adapter::make(const LoraConfig& config, const std::vector<ModuleSpec>& linears, std::uint64_t seed,
                      const at::Device& device) {
    Adapter adapter({.config = config}, linears.size());
    for (const std::size_t linear : matchTargets(config.targetModules, linears)) {
        const ModuleSpec& module = linears[linear];
        const std::int64_t rank = loraShape(config, module.name).rank;
        const at::Tensor A = kaimingUniform(module, rank, seed).to(device);
        adapter.add(module, linear, A, at::zeros({module.outFeatures, rank}, A.options()));
    }
    return adapter;
}

Adapter Adapter::load(const fs::path& folder, const std::vector<ModuleSpec>& linears, const at::Device& device) {
    AdapterFolder read = readAdapterFolder(folder);
    Adapter adapter(read.settings, linears.size());
    for (std::size_t linear = 0; linear < linears.size(); ++linear) {
        const ModuleSpec& module = linears[linear];
        const std::string nameA = nameOfA(module.name), nameB = nameOfB(module.name);
        if (!read.tensors.contains(nameA) && !read.tensors.contains(nameB)) continue;
        const std::int64_t rank = loraShape(read.settings.config, module.name).rank;
        const at::Tensor A = take(read, nameA, {rank, module.inFeatures}, device);
        adapter.add(module, linear, A, take(read, nameB, {module.outFeatures, rank}, device));
    }
    refuseLeftovers(read);
    if (adapter.m_tensors.empty())
        throw Error{
            ErrorKind::BadAdapter, read.what + " holds no tensor.", "Choose another adapter.", {{"file", read.what}}};
    adapter.nameTargets(linears);
    return adapter;
}

// Where a folder holds fewer pairs than its targets promise (layers_to_transform, MLX's last layers), the targets
// become the modules themselves, so that the adapter is the same when it is written again.
void Adapter::nameTargets(const std::vector<ModuleSpec>& linears) {
    std::vector<std::string> promised;
    for (const std::size_t linear : matchTargets(m_settings.config.targetModules, linears))
        promised.push_back(linears[linear].name);
    if (promised != m_modules) m_settings.config.targetModules = m_modules;
}

void Adapter::save(const fs::path& folder, const std::string& baseModel) const {
    makeFolder(folder);
    writeSafetensors(folder / "adapter_model.safetensors", m_tensors);
    writeJson(folder / "adapter_config.json", peftConfigJson({m_settings.config, baseModel}, m_modules));
}

void Adapter::setTrainable(bool trainable) {
    for (auto& [name, tensor] : m_tensors)
        tensor.set_requires_grad(trainable);
}

} // namespace fettle
