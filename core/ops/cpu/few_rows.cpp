#include "core/ops/cpu/few_rows.h"

#include "core/ops/cpu/rows.h"

#include <algorithm>

namespace fettle::ops::cpu {

namespace {

constexpr std::int64_t kFewRows = 6;

bool isServed(const LinearTerm& term) {
    const StoredMatrix matrix = term.weight.storage().matrix();
    return matrix.values.defined() && matrix.values.is_contiguous() &&
           (hasRowLoops(matrix.values) || matrix.factors_O.defined());
}

// y[n, o] = sum_i W[i, o] x[n, i] for o in [begin, end): the matrix is read in the order in which it lies.
template <class T>
void addTransposedRows(const RowKernels<T>& loops, const T* weight_IO, std::int64_t width, const DotInputs& in,
                       float* y, std::int64_t begin, std::int64_t end) {
    for (std::int64_t row = 0; row < in.count; ++row) {
        float* const sums = y + row * in.resultStride;
        std::fill(sums + begin, sums + end, 0.0F);
        loops.addScaledRows(weight_IO + begin, width, in.width, in.x + row * in.width, sums + begin, end - begin);
    }
}

// y[n, o] = weight row o . x_n for o in [begin, end)
void productRows(const StoredMatrix& weight, const DotInputs& in, float* y, std::int64_t begin, std::int64_t end) {
    if (weight.factors_O.defined()) {
        kernels().dotRowsInt8(weight.values.const_data_ptr<std::int8_t>() + begin * in.width,
                              weight.factors_O.const_data_ptr<float>() + begin, end - begin, in, y + begin);
        return;
    }
    withLoopsOf(weight.values, [&](const auto& loops) {
        const auto* values = readPointer(loops, weight.values);
        if (weight.isTransposed)
            addTransposedRows(loops, values, weight.values.size(1), in, y, begin, end);
        else
            loops.dotRows(values + begin * in.width, in.width, end - begin, in, y + begin, false);
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

// One term's results [count, out]: in fp32 first, then rounded.
class TermRows {
public:
    TermRows(const LinearTerm& term, DotInputs in, float* wide, at::Tensor& result_NO)
        : m_weight(term.weight.storage().matrix()), m_in(in), m_wide(wide), m_result_NO(result_NO) {
        m_in.resultStride = term.weight.outFeatures();
        for (const LowRankBranch& branch : term.branches)
            m_branches.emplace_back(branch, m_in);
        if (term.weight.bias().defined()) m_bias_O = term.weight.bias().detach().to(at::kFloat).contiguous();
    }

    void compute(std::int64_t begin, std::int64_t end) const {
        productRows(m_weight, m_in, m_wide, begin, end);
        for (const BranchRows& branch : m_branches)
            branch.add(m_wide, begin, end);
        withLoopsOf(m_result_NO, [&](const auto& loops) {
            auto* result = writePointer(loops, m_result_NO);
            for (std::int64_t row = 0; row < m_in.count; ++row) {
                const std::int64_t at = row * m_in.resultStride;
                if (m_bias_O.defined()) addBias(m_wide + at, begin, end);
                loops.round(m_wide + at + begin, result + at + begin, end - begin);
            }
        });
    }

private:
    void addBias(float* row, std::int64_t begin, std::int64_t end) const {
        const auto* bias = m_bias_O.const_data_ptr<float>();
        for (std::int64_t o = begin; o < end; ++o)
            row[o] += bias[o];
    }

    StoredMatrix m_weight;
    DotInputs m_in;
    float* m_wide;
    at::Tensor& m_result_NO;
    std::vector<BranchRows> m_branches;
    at::Tensor m_bias_O;
};

// Room that stays from token to token.
float* scratch(std::vector<float>& room, std::int64_t count) {
    if (std::ssize(room) < count) room.resize(static_cast<std::size_t>(count));
    return room.data();
}

// The `total` rows of all terms, one after the other, spread over the threads at once.
void computeAll(const std::vector<TermRows>& terms, const std::vector<at::Tensor>& results, std::int64_t total,
                std::int64_t width) {
    forRows(total, width, [&](std::int64_t begin, std::int64_t end) {
        std::int64_t first = 0;
        for (std::size_t i = 0; i < terms.size(); first += results[i++].size(1)) {
            const std::int64_t from = std::max<std::int64_t>(0, begin - first);
            const std::int64_t to = std::min(results[i].size(1), end - first);
            if (from < to) terms[i].compute(from, to);
        }
    });
}

bool servesFewRows(const at::Tensor& x_ND, const std::vector<LinearTerm>& terms, const LinearContext& context) {
    return !at::GradMode::is_enabled() && !context.training && x_ND.size(0) <= kFewRows && hasRowLoops(x_ND) &&
           (context.compute == at::kFloat || context.compute == at::kBFloat16) &&
           std::all_of(terms.begin(), terms.end(), isServed);
}

} // namespace

std::vector<at::Tensor> fewRows(const at::Tensor& x_ND, const std::vector<LinearTerm>& terms,
                                const LinearContext& context) {
    if (!servesFewRows(x_ND, terms, context)) return {};
    static thread_local std::vector<float> inputRoom, resultRoom;
    const at::Tensor x = x_ND.to(context.compute).contiguous();
    const std::int64_t count = x.size(0), width = x.size(1);
    const float* input = nullptr;
    withLoopsOf(x, [&](const auto& loops) {
        float* const wide = scratch(inputRoom, count * width);
        loops.widen(readPointer(loops, x), wide, count * width);
        input = wide;
    });

    std::vector<at::Tensor> results;
    std::int64_t total = 0;
    for (const LinearTerm& term : terms) {
        results.push_back(at::empty({count, term.weight.outFeatures()}, x.options()));
        total += term.weight.outFeatures();
    }
    float* wide = scratch(resultRoom, count * total);
    std::vector<TermRows> rows;
    rows.reserve(terms.size());
    for (std::size_t i = 0; i < terms.size(); ++i) {
        rows.emplace_back(terms[i], DotInputs{input, count, width, 0}, wide, results[i]);
        wide += results[i].numel();
    }
    computeAll(rows, results, total, width);
    return results;
}

} // namespace fettle::ops::cpu
