#include "core/model/causal_lm.h"

#include "core/ops/linears.h"

namespace fettle {

CausalLM::CausalLM(Architecture architecture, at::Device device)
    : m_architecture(std::move(architecture)), m_device(device) {
    for (ModuleSpec& module : modulesOf(m_architecture))
        if (module.kind == ModuleKind::Linear) m_linears.push_back(std::move(module));
}

at::Tensor logits(const CausalLM& model, const at::Tensor& hidden_ND, at::ScalarType compute) {
    return ops::linears(hidden_ND, {{.weight = model.head()}}, {.compute = compute}).front().to(at::kFloat);
}

} // namespace fettle
