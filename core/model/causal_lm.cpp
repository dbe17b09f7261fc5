#include "core/model/causal_lm.h"

#include "core/ops/linears.h"

namespace fettle {

CausalLM::CausalLM(Architecture architecture, at::Device device)
    : m_architecture(std::move(architecture)), m_device(device) {
    for (ModuleSpec& module : modulesOf(m_architecture))
        if (module.kind == ModuleKind::Linear) m_linears.push_back(std::move(module));
}

at::Tensor scores(const CausalLM& model, const AdapterSet& adapters, const at::Tensor& hidden_ND,
                  at::ScalarType compute) {
    ops::LinearWeight score = model.head().weight;
    for (const AdapterUse& use : adapters)
        if (use.slots->head && use.strengths.front() != 0) score = *use.slots->head;
    return ops::linears(hidden_ND, {{.weight = score}}, {.compute = compute}).front().to(at::kFloat).squeeze(1);
}

at::Tensor logits(const CausalLM& model, const at::Tensor& hidden_ND, at::ScalarType compute) {
    const ops::Head& head = model.head();
    const at::Tensor rows_NV =
        ops::linears(hidden_ND, {{.weight = head.weight}}, {.compute = compute}).front().to(at::kFloat);
    return head.softCap == 0 ? rows_NV : rows_NV.div(head.softCap).tanh_().mul_(head.softCap);
}

} // namespace fettle
