#include "core/model/causal_lm.h"

#include "core/base/error.h"
#include "core/model/blocks/adapted.h"
#include "core/ops/linears.h"

#include <algorithm>

namespace fettle {

namespace {

const Slots* withOwnHead(const Slots& slots) {
    return slots.head || slots.headRows.areDefined() ? &slots : nullptr;
}

// From the base's rows (strength 0) to those of the adapter.
ops::TokenRows blended(const ops::TokenRows& own, const ops::LinearWeight& head, double strength) {
    if (strength == 1) return own;
    const at::Tensor base_KD = head.dense(at::kFloat).index_select(0, own.ids_K);
    return {own.ids_K, at::lerp(base_KD, own.rows_KD, strength)};
}

double strengthOfAll(const AdapterUse& use) {
    const double first = use.strengths.front();
    if (std::all_of(use.strengths.begin(), use.strengths.end(), [&](double each) { return each == first; }))
        return first;
    throw Error{ErrorKind::Internal, "Sequences with output heads of their own cannot be judged together."};
}

} // namespace

CausalLM::CausalLM(Architecture architecture, at::Device device)
    : m_architecture(std::move(architecture)), m_device(device) {
    for (ModuleSpec& module : modulesOf(m_architecture))
        if (module.kind == ModuleKind::Linear) m_linears.push_back(std::move(module));
}

ops::Head headOf(const CausalLM& model, const AdapterSet& adapters) {
    ops::Head head = model.head();
    for (const AdapterUse& use : adapters) {
        if (withOwnHead(*use.slots) == nullptr) continue;
        const double strength = strengthOfAll(use);
        if (strength != 0 && use.slots->headRows.areDefined())
            head.rows = blended(use.slots->headRows, head.weight, strength);
        if (!use.slots->head) continue;
        if (strength == 1)
            head.weight = *use.slots->head;
        else if (strength != 0)
            head.weight = ops::LinearWeight(
                at::lerp(head.weight.dense(at::kFloat), use.slots->head->dense(at::kFloat), strength));
    }
    return head;
}

at::Tensor scores(const CausalLM& model, const AdapterSet& adapters, const at::Tensor& hidden_ND,
                  at::ScalarType compute) {
    const ops::LinearWeight score = headOf(model, adapters).weight;
    return ops::linears(hidden_ND, {{.weight = score}}, {.compute = compute}).front().to(at::kFloat).squeeze(1);
}

at::Tensor logits(const CausalLM& model, const at::Tensor& hidden_ND, at::ScalarType compute,
                  const AdapterSet& adapters) {
    const ops::Head& head = model.head();
    std::vector<at::Tensor> strengths_N;
    for (const AdapterUse& use : adapters) {
        const bool isWhole = std::all_of(use.strengths.begin(), use.strengths.end(), [](double s) { return s == 1; });
        const at::Tensor each = isWhole ? at::Tensor() : at::tensor(use.strengths, at::kFloat).to(hidden_ND.device());
        strengths_N.push_back(isWhole ? each : each.expand({hidden_ND.size(0)}));
    }
    const auto product = [&](const ops::LinearWeight& weight) {
        return ops::linears(hidden_ND, {{.weight = weight}}, {.compute = compute}).front();
    };
    const at::Tensor rows_NV = replacedRows(adapters, strengths_N, withOwnHead, [&](const Slots* own) {
        const at::Tensor all_NV = product(own != nullptr && own->head ? *own->head : head.weight);
        if (own == nullptr || !own->headRows.areDefined()) return all_NV;
        return all_NV.index_copy(1, own->headRows.ids_K, product(ops::LinearWeight(own->headRows.rows_KD)));
    });
    const at::Tensor wide_NV = rows_NV.to(at::kFloat);
    return head.softCap == 0 ? wide_NV : wide_NV.div(head.softCap).tanh_().mul_(head.softCap);
}

} // namespace fettle
