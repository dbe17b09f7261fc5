#include "core/model/adapted_linears.h"

#include "core/base/error.h"

#include <algorithm>

namespace fettle {

namespace {

at::Tensor rowStrengths(const std::vector<double>& strengths, const Batch& batch) {
    if (strengths.size() != 1 && std::ssize(strengths) != batch.sequences)
        throw Error{ErrorKind::Internal, "An adapter needs one strength, or one for each sequence."};
    if (std::all_of(strengths.begin(), strengths.end(), [](double strength) { return strength == 1; })) return {};
    const at::Tensor table = at::tensor(strengths, at::kFloat).to(batch.sequence_N.device());
    return strengths.size() == 1 ? table.expand({batch.sequence_N.size(0)}) : table.index_select(0, batch.sequence_N);
}

} // namespace

AdaptedLinears::AdaptedLinears(const Call& call)
    : m_adapters(call.adapters), m_context{
                                     .compute = call.compute, .training = call.training, .dropout = call.dropout} {
    for (const AdapterUse& use : m_adapters)
        m_strengths_N.push_back(rowStrengths(use.strengths, call.batch));
}

std::vector<at::Tensor> AdaptedLinears::operator()(const at::Tensor& x_ND,
                                                   std::initializer_list<Linear> linears) const {
    std::vector<ops::LinearTerm> terms;
    for (const Linear& linear : linears)
        terms.push_back(term(linear));
    return ops::linears(x_ND, terms, m_context);
}

ops::LinearTerm AdaptedLinears::term(const Linear& linear) const {
    ops::LinearTerm result{.weight = linear.weight, .module = static_cast<std::uint32_t>(linear.index)};
    for (std::size_t i = 0; i < m_adapters.size(); ++i)
        if (const auto& slot = m_adapters[i].slots->lowRank.at(linear.index))
            result.branches.push_back({slot->A, slot->B, slot->scale, slot->dropout, m_strengths_N[i]});
    return result;
}

} // namespace fettle
