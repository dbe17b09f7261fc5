#include "core/model/weight_path.h"

#include "core/source/score_head.h"

namespace fettle {

WeightStore::WeightStore(const Architecture& architecture, Origin origin, const LoadOptions& options,
                         std::function<void(const std::string& name)> copied)
    : m_origin(std::move(origin)), m_options(options), m_copied(std::move(copied)) {
    std::map<ModuleKind, std::size_t> counts;
    for (const ModuleSpec& module : modulesOf(architecture)) {
        m_modules[module.name] = module;
        m_indices[module.name] = counts[module.kind]++;
    }
}

at::Tensor WeightStore::weight(const std::string& module) {
    return take(module + ".weight", weightShape(m_modules.at(module)));
}

at::Tensor WeightStore::bias(const std::string& module) {
    const ModuleSpec& spec = m_modules.at(module);
    return spec.hasBias ? take(module + ".bias", {spec.outFeatures}) : at::Tensor();
}

Linear WeightStore::linear(const std::string& module) {
    return {matrix(module), index(module)};
}

ops::LinearWeight WeightStore::head(const std::string& module, const at::Tensor& embedding_VD) {
    if (!m_modules.contains(module)) return matrix(kScoreModule);
    if (!m_modules.at(module).isTied) return matrix(module);
    const ops::LinearWeight tied(embedding_VD);
    return isQuantized(module) ? tied.quantized(*m_options.quantization) : tied;
}

// Of a quantised matrix the values that it was made of are let go.
ops::LinearWeight WeightStore::matrix(const std::string& module) {
    const ModuleSpec& spec = m_modules.at(module);
    const std::string name = module + ".weight";
    const at::Tensor values = isQuantized(module) ? find(name, weightShape(spec)) : weight(module);
    const at::Tensor offset = bias(module);
    const ops::LinearWeight dense =
        spec.isTransposed ? ops::LinearWeight::transposed(values, offset) : ops::LinearWeight(values, offset);
    if (!isQuantized(module)) return dense;
    const ops::LinearWeight quantized = dense.quantized(*m_options.quantization);
    if (m_copied) m_copied(name);
    return quantized;
}

bool WeightStore::isQuantized(const std::string& module) const {
    const bool isHead = m_modules.at(module).kind == ModuleKind::Head;
    return m_options.quantization && (m_options.quantizesHead || !isHead);
}

bool WeightStore::isTrained(const std::string& tensor) const {
    const auto& some = m_options.trainedModules;
    return m_options.trainable && (!some || some->contains(tensor.substr(0, tensor.rfind('.'))));
}

at::Tensor WeightStore::find(const std::string& name, at::IntArrayRef shape) {
    const bool trains = isTrained(name);
    const at::ScalarType type = trains ? at::kFloat : m_options.dtype;
    // A trained leaf is a copy: the optimizer must not write to the file's own pages.
    const at::Tensor found = m_origin(name, shape);
    const at::Tensor tensor =
        found.to(m_options.device, type, /*non_blocking=*/false, /*copy=*/trains).set_requires_grad(trains);
    if (m_copied && !tensor.is_alias_of(found)) m_copied(name);
    m_askedFor.push_back(name);
    return tensor;
}

at::Tensor WeightStore::take(const std::string& name, at::IntArrayRef shape) {
    const at::Tensor tensor = find(name, shape);
    m_taken.emplace_back(name, tensor);
    return tensor;
}

} // namespace fettle
