#include "core/ops/cpu/few_rows.h"

#include "core/ops/cpu/rows.h"

namespace fettle::ops::cpu {

namespace {

constexpr std::int64_t kFewRows = 6;

bool isServed(const LinearTerm& term) {
    const at::Tensor& weight = term.weight.weight();
    return weight.is_contiguous() && (hasRowLoops(weight) || term.weight.factors().defined());
}

// y[n, o] = weight row o . x_n for o in [begin, end)
void productRows(const LinearWeight& weight, const DotInputs& in, float* y, std::int64_t begin, std::int64_t end) {
    if (weight.factors().defined()) {
        kernels().dotRowsInt8(weight.weight().const_data_ptr<std::int8_t>() + begin * in.width,
                              weight.factors().const_data_ptr<float>() + begin, end - begin, in, y + begin);
        return;
    }
    withLoopsOf(weight.weight(), [&](const auto& loops) {
        loops.dotRows(readPointer(loops, weight.weight()) + begin * in.width, in.width, end - begin, in, y + begin,
                      false);
    });
}

// A low-rank update of some rows: t = scale * strength * A x of each is made once, B is gone through with the weight.
class BranchRows {
public:
    BranchRows(const LowRankBranch& branch, const DotInputs& in)
        : m_B(branch.B.detach().contiguous()), m_rank(branch.A.size(0)),
          m_t(static_cast<std::size_t>(in.count * m_rank)), m_resultStride(in.resultStride) {
        const at::Tensor A = branch.A.detach().contiguous();
        kernels().fp32.dotRows(A.const_data_ptr<float>(), in.width, m_rank, {in.x, in.count, in.width, m_rank},
                               m_t.data(), false);
        const at::Tensor strength = branch.strength.defined() ? branch.strength.contiguous() : at::Tensor();
        for (std::int64_t row = 0; row < in.count; ++row) {
            const double factor = strength.defined() ? strength.const_data_ptr<float>()[row] : 1;
            for (std::int64_t i = 0; i < m_rank; ++i)
                m_t[static_cast<std::size_t>(row * m_rank + i)] *= static_cast<float>(branch.scale * factor);
        }
    }

    void add(float* y, std::int64_t begin, std::int64_t end) const {
        const DotInputs in{m_t.data(), std::ssize(m_t) / m_rank, m_rank, m_resultStride};
        kernels().fp32.dotRows(m_B.const_data_ptr<float>() + begin * m_rank, m_rank, end - begin, in, y + begin, true);
    }

private:
    at::Tensor m_B;
    std::int64_t m_rank;
    std::vector<float> m_t;
    std::int64_t m_resultStride;
};

at::Tensor product(const at::Tensor& x_ND, const LinearTerm& term, at::ScalarType compute) {
    const std::int64_t out = term.weight.outFeatures();
    const DotInputs in{x_ND.const_data_ptr<float>(), x_ND.size(0), x_ND.size(1), out};
    std::vector<BranchRows> branches;
    for (const LowRankBranch& branch : term.branches)
        branches.emplace_back(branch, in);
    at::Tensor y_NO = at::empty({in.count, out}, x_ND.options());
    auto* y = y_NO.mutable_data_ptr<float>();
    forRows(out, in.width, [&](std::int64_t begin, std::int64_t end) {
        productRows(term.weight, in, y, begin, end);
        for (const BranchRows& branch : branches)
            branch.add(y, begin, end);
    });
    if (term.weight.bias().defined()) y_NO.add_(term.weight.bias().detach());
    return y_NO.to(compute);
}

} // namespace

bool servesFewRows(const at::Tensor& x_ND, const std::vector<LinearTerm>& terms, const LinearContext& context) {
    return !at::GradMode::is_enabled() && !context.training && x_ND.size(0) <= kFewRows && hasRowLoops(x_ND) &&
           std::all_of(terms.begin(), terms.end(), isServed);
}

std::vector<at::Tensor> fewRows(const at::Tensor& x_ND, const std::vector<LinearTerm>& terms,
                                const LinearContext& context) {
    const at::Tensor wide = x_ND.to(context.compute).to(at::kFloat).contiguous();
    std::vector<at::Tensor> results;
    for (const LinearTerm& term : terms)
        results.push_back(product(wide, term, context.compute));
    return results;
}

} // namespace fettle::ops::cpu
