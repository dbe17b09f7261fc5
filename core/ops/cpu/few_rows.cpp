#include "core/ops/cpu/few_rows.h"

#include "core/ops/cpu/rows.h"

namespace fettle::ops::cpu {

namespace {

constexpr std::int64_t kFewRows = 6;

bool isServed(const LinearTerm& term) {
    const at::Tensor& weight = term.weight.weight();
    return weight.is_contiguous() && (hasRowLoops(weight) || term.weight.factors().defined());
}

// y[o] = weight row o . x for o in [begin, end)
void productRows(const LinearWeight& weight, const float* x, float* y, std::int64_t begin, std::int64_t end) {
    const std::int64_t width = weight.inFeatures();
    if (weight.factors().defined()) {
        kernels().dotRowsInt8(weight.weight().const_data_ptr<std::int8_t>() + begin * width,
                              weight.factors().const_data_ptr<float>() + begin, end - begin, x, y + begin, width);
        return;
    }
    withLoopsOf(weight.weight(), [&](const auto& loops) {
        loops.dotRows(readPointer(loops, weight.weight()) + begin * width, width, end - begin, x, y + begin, width);
    });
}

// scale * strength * A x for each row and branch, [N, r] each.
std::vector<at::Tensor> branchInputs(const at::Tensor& x_ND, const LinearTerm& term) {
    std::vector<at::Tensor> all;
    for (const LowRankBranch& branch : term.branches) {
        const at::Tensor A = branch.A.detach().contiguous();
        const std::int64_t rank = A.size(0), width = A.size(1);
        at::Tensor t_Nr = at::empty({x_ND.size(0), rank}, x_ND.options());
        auto* t = t_Nr.mutable_data_ptr<float>();
        for (std::int64_t n = 0; n < x_ND.size(0); ++n) {
            kernels().fp32.dotRows(A.const_data_ptr<float>(), width, rank, x_ND.const_data_ptr<float>() + n * width,
                                   t + n * rank, width);
        }
        t_Nr.mul_(branch.scale);
        if (branch.strength.defined()) t_Nr.mul_(branch.strength.unsqueeze(1));
        all.push_back(std::move(t_Nr));
    }
    return all;
}

// y[o] += B row o . t for o in [begin, end)
void addBranch(const at::Tensor& B, const float* t, float* y, std::int64_t begin, std::int64_t end) {
    const std::int64_t rank = B.size(1);
    const auto* rows = B.const_data_ptr<float>();
    for (std::int64_t o = begin; o < end; ++o) {
        float sum = 0;
        for (std::int64_t i = 0; i < rank; ++i)
            sum += rows[o * rank + i] * t[i];
        y[o] += sum;
    }
}

at::Tensor product(const at::Tensor& x_ND, const LinearTerm& term, at::ScalarType compute) {
    const std::int64_t rows = x_ND.size(0), width = x_ND.size(1), out = term.weight.outFeatures();
    const std::vector<at::Tensor> inputs = branchInputs(x_ND, term);
    std::vector<at::Tensor> B;
    for (const LowRankBranch& branch : term.branches)
        B.push_back(branch.B.detach().contiguous());
    at::Tensor y_NO = at::empty({rows, out}, x_ND.options());
    auto* y = y_NO.mutable_data_ptr<float>();
    const auto* x = x_ND.const_data_ptr<float>();
    forRows(out, width, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t n = 0; n < rows; ++n) {
            productRows(term.weight, x + n * width, y + n * out, begin, end);
            for (std::size_t b = 0; b < B.size(); ++b)
                addBranch(B[b], inputs[b].const_data_ptr<float>() + n * B[b].size(1), y + n * out, begin, end);
        }
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
