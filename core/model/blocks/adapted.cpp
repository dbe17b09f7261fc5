#include "core/model/blocks/adapted.h"

#include <algorithm>

namespace fettle {

namespace {

// factor^strength of each row, so that 0 is the base and 1/2 done twice is 1: [F], or [N, F] where strengths differ.
at::Tensor raised(const at::Tensor& factors_F, const at::Tensor& strength_N) {
    if (!strength_N.defined()) return factors_F;
    const at::Tensor strength_N1 = strength_N.unsqueeze(1);
    const at::Tensor power = factors_F.abs().unsqueeze(0).pow(strength_N1);
    return at::where(strength_N1 == 0, at::ones_like(power), power * factors_F.sign());
}

// Lengths of the rows of W + scale B A, not materialised: [out] fp32, no gradient (arXiv:2402.09353, section 4.3).
at::Tensor rowLengths(const ops::LinearWeight& weight, const LowRankSlot& pair, at::ScalarType compute) {
    const at::NoGradGuard noGrad;
    const at::Tensor W = weight.dense(compute), A = pair.A.detach(), B = pair.B.detach();
    const at::Tensor cross_Or = at::mm(W, A.t().to(compute)).to(at::kFloat);
    const at::Tensor squares = W.to(at::kFloat).square().sum(1);
    const at::Tensor own_Or = at::mm(B, at::mm(A, A.t()));
    return squares.add((cross_Or * B).sum(1), 2 * pair.scale)
        .add((own_Or * B).sum(1), pair.scale * pair.scale)
        .clamp_min(0)
        .sqrt();
}

at::Tensor weightedRows(const at::Tensor& y, const at::Tensor& strength_N) {
    return strength_N.defined() ? y * strength_N.to(y.scalar_type()).unsqueeze(1) : y;
}

} // namespace

at::Tensor blendedRows(const at::Tensor& base, const at::Tensor& own, const at::Tensor& strength_N) {
    std::vector<std::int64_t> shape(static_cast<std::size_t>(base.dim()), 1);
    shape.front() = base.size(0);
    const at::Tensor weight = strength_N.narrow(0, 0, base.size(0)).to(base.scalar_type()).view(shape);
    return at::lerp(base, own, weight);
}

Adapted::Adapted(const Call& call, std::vector<at::Tensor> strengths_N)
    : m_adapters(call.adapters), m_strengths_N(std::move(strengths_N)), m_context{.compute = call.compute,
                                                                                  .training = call.training,
                                                                                  .dropout = call.dropout} {}

std::vector<at::Tensor> Adapted::linears(const at::Tensor& x_ND, const std::vector<Linear>& linears) const {
    std::vector<ops::LinearTerm> terms;
    for (const Linear& each : linears)
        if (!isAlone(each)) terms.push_back(term(each, each.weight));
    std::vector<at::Tensor> together = terms.empty() ? std::vector<at::Tensor>() : ops::linears(x_ND, terms, m_context);
    std::vector<at::Tensor> results;
    auto next = together.begin();
    for (const Linear& each : linears) {
        const bool isOwn = isAlone(each);
        const at::Tensor x = isOwn ? scaled(x_ND, each, &LinearSlot::scaleIn) : x_ND;
        at::Tensor y = isOwn ? alone(x, each) : std::move(*next++);
        results.push_back(scaled(withMagnitudes(x, std::move(y), each), each, &LinearSlot::scaleOut));
    }
    return results;
}

at::Tensor Adapted::alone(const at::Tensor& x_ND, const Linear& linear) const {
    const auto find = [&](const Slots& slots) -> const ops::LinearWeight* {
        if (slots.linears.empty()) return nullptr;
        const auto& own = slots.linears.at(linear.index).replaced;
        return own ? &*own : nullptr;
    };
    return replaced(find, [&](const ops::LinearWeight* own) {
        return ops::linears(x_ND, {term(linear, own != nullptr ? *own : linear.weight)}, m_context).front();
    });
}

at::Tensor Adapted::linear(const at::Tensor& x_ND, const Linear& linear) const {
    return linears(x_ND, {linear}).front();
}

at::Tensor Adapted::bottlenecks(Place place, std::size_t layer, const at::Tensor& input_ND,
                                at::Tensor result_ND) const {
    for (std::size_t i = 0; i < m_adapters.size(); ++i) {
        const std::vector<LayerSlots>& layers = m_adapters[i].slots->layers;
        if (layers.empty() || !(layers[layer].*place)) continue;
        const BottleneckSlot& slot = *(layers[layer].*place);
        const at::Tensor down_Nb =
            ops::linears(input_ND, {{.weight = ops::LinearWeight(slot.down, slot.downBias)}}, m_context).front();
        const at::Tensor up_ND = ops::linears(ops::act(down_Nb, slot.activation),
                                              {{.weight = ops::LinearWeight(slot.up, slot.upBias)}}, m_context)
                                     .front();
        result_ND = result_ND.add(weightedRows(up_ND, m_strengths_N[i]), slot.scale);
    }
    return result_ND;
}

const LinearSlot* Adapted::slot(std::size_t adapter, const Linear& linear) const {
    const std::vector<LinearSlot>& slots = m_adapters[adapter].slots->linears;
    return slots.empty() ? nullptr : &slots.at(linear.index);
}

ops::LinearTerm Adapted::term(const Linear& linear, const ops::LinearWeight& weight) const {
    ops::LinearTerm result{.weight = weight, .module = static_cast<std::uint32_t>(linear.index)};
    for (std::size_t i = 0; i < m_adapters.size(); ++i) {
        const LinearSlot* each = slot(i, linear);
        if (each == nullptr) continue;
        if (const auto& pair = each->lowRank)
            result.branches.push_back({pair->A, pair->B, pair->scale, pair->dropout,
                                       pair->magnitude.defined() ? at::Tensor() : m_strengths_N[i]});
        if (each->lowRank && each->lowRank->startA.defined())
            result.branches.push_back(
                {each->lowRank->startA, each->lowRank->startB, -each->lowRank->scale, 0, m_strengths_N[i]});
    }
    return result;
}

at::Tensor Adapted::scaled(at::Tensor x, const Linear& linear, at::Tensor LinearSlot::*factors) const {
    for (std::size_t i = 0; i < m_adapters.size(); ++i)
        if (const LinearSlot* each = slot(i, linear); each != nullptr && (each->*factors).defined())
            x = x * raised(each->*factors, m_strengths_N[i]).to(x.scalar_type());
    return x;
}

// With y = bias + W x + scale B A x: bias + magnitude / length (y - bias). A strength goes linearly from the base's
// result to that.
at::Tensor Adapted::withMagnitudes(const at::Tensor& x_ND, at::Tensor y_NO, const Linear& linear) const {
    for (std::size_t i = 0; i < m_adapters.size(); ++i) {
        const LinearSlot* each = slot(i, linear);
        if (each == nullptr || !each->lowRank || !each->lowRank->magnitude.defined()) continue;
        const LowRankSlot& pair = *each->lowRank;
        const at::Tensor lengths_O = rowLengths(linear.weight, pair, m_context.compute);
        const at::Tensor factor_O = (pair.magnitude / lengths_O).to(y_NO.scalar_type());
        const at::Tensor& bias = linear.weight.bias();
        const at::Tensor offset = bias.defined() ? bias.to(y_NO.scalar_type()) : at::zeros({}, y_NO.options());
        const at::Tensor full_NO = (y_NO - offset) * factor_O + offset;
        if (!m_strengths_N[i].defined()) {
            y_NO = full_NO;
            continue;
        }
        const at::Tensor base_NO = ops::linears(x_ND, {{.weight = linear.weight}}, m_context).front();
        y_NO = base_NO + weightedRows(full_NO - base_NO, m_strengths_N[i]);
    }
    return y_NO;
}

bool Adapted::isAlone(const Linear& linear) const {
    for (std::size_t i = 0; i < m_adapters.size(); ++i)
        if (const LinearSlot* each = slot(i, linear); each != nullptr && (each->scaleIn.defined() || each->replaced))
            return true;
    return false;
}

} // namespace fettle
