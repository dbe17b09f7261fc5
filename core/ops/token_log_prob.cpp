#include "core/ops/token_log_prob.h"

#include "core/base/error.h"
#include "core/ops/kernel_table.h"

#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// T targets, C of them in a chunk, V vocabulary, D width.

struct HeldHead : torch::CustomClassHolder {
    Head head;
    at::ScalarType compute = at::kFloat;
    std::int64_t chunk = 256;
};

// Walks over the targets; the logits of one chunk are gone before the next are made.
class ChunkedLogits {
public:
    ChunkedLogits(const at::Tensor& hidden_ND, const TargetTokens& targets, const HeldHead& held)
        : m_hidden_ND(hidden_ND), m_targets(targets), m_weight_VD(held.head.weight.dense(held.compute)),
          m_ids_K(held.head.rows.ids_K), m_rows_KD(inType(held.head.rows.rows_KD, held.compute)),
          m_softCap(held.head.softCap), m_temperature(held.head.temperature),
          m_size(std::min(held.chunk, targets.rows_T.size(0))) {}

    struct Chunk {
        std::int64_t begin = 0, size = 0;
        at::Tensor rows_C, tokens_C1; // int64
        at::Tensor hidden_CD;
        at::Tensor logits_CV; // in the compute type, to be overwritten
        at::Tensor slopes_CV; // of the logits by what the cap was put on; undefined without one
    };
    [[nodiscard]] Chunk at(std::int64_t begin) {
        Chunk chunk{.begin = begin, .size = std::min(m_size, m_targets.rows_T.size(0) - begin)};
        chunk.rows_C = m_targets.rows_T.narrow(0, begin, chunk.size);
        chunk.tokens_C1 = m_targets.tokens_T.narrow(0, begin, chunk.size).unsqueeze(1);
        chunk.hidden_CD = m_hidden_ND.index_select(0, chunk.rows_C).to(m_weight_VD.scalar_type());
        chunk.logits_CV = kernels().product(chunk.hidden_CD, m_weight_VD.t(), {});
        if (hasRows()) chunk.logits_CV.index_copy_(1, m_ids_K, at::mm(chunk.hidden_CD, m_rows_KD.t()));
        if (m_softCap != 0) cap(chunk);
        if (m_temperature != 1) chunk.logits_CV.div_(m_temperature);
        return chunk;
    }
    // What went through the division goes back through it.
    void divide(at::Tensor& gradient) const {
        if (m_temperature != 1) gradient.div_(m_temperature);
    }
    [[nodiscard]] const KernelTable& kernels() const { return kernelsFor(m_weight_VD); }
    [[nodiscard]] const at::Tensor& weight() const { return m_weight_VD; }
    [[nodiscard]] bool hasRows() const { return m_rows_KD.defined(); }
    // sum_v terms_v W[v], the rows of some tokens in place of W's; and the terms of these.
    struct Weighted {
        at::Tensor sum_CD, own_CK;
    };
    [[nodiscard]] Weighted weighted(at::Tensor terms_CV) const {
        if (!hasRows()) return {kernels().product(terms_CV, m_weight_VD, {}), {}};
        const at::Tensor own_CK = terms_CV.index_select(1, m_ids_K);
        terms_CV.index_fill_(1, m_ids_K, 0);
        return {kernels().product(terms_CV, m_weight_VD, {}).addmm_(own_CK, m_rows_KD), own_CK};
    }
    [[nodiscard]] std::int64_t step() const { return std::max<std::int64_t>(1, m_size); }

private:
    static at::Tensor inType(const at::Tensor& rows_KD, at::ScalarType type) {
        return rows_KD.defined() ? rows_KD.detach().to(type) : rows_KD;
    }

    // z becomes c tanh(z / c), whose slope is 1 - tanh^2.
    void cap(Chunk& chunk) const {
        const at::Tensor tanh_CV = chunk.logits_CV.to(at::kFloat).div_(m_softCap).tanh_();
        chunk.slopes_CV = (1 - tanh_CV.square()).to(chunk.logits_CV.scalar_type());
        chunk.logits_CV.copy_(tanh_CV * m_softCap);
    }

    at::Tensor m_hidden_ND;
    TargetTokens m_targets;
    at::Tensor m_weight_VD, m_ids_K, m_rows_KD;
    double m_softCap, m_temperature;
    std::int64_t m_size;
};

struct TokenLogProb : torch::autograd::Function<TokenLogProb> {
    static variable_list forward(AutogradContext* ctx, const at::Tensor& hidden_ND, const at::Tensor& leaf_VD,
                                 const at::Tensor& rows_KD, const at::Tensor& rows_T, const at::Tensor& tokens_T,
                                 const c10::intrusive_ptr<HeldHead>& held) {
        const auto fp32 = hidden_ND.options().dtype(at::kFloat);
        const std::int64_t count = rows_T.size(0);
        at::Tensor logProb = at::empty({count}, fp32), entropy = at::empty({count}, fp32);
        at::Tensor meanLogit = at::empty({count}, fp32), hit = at::empty({count}, fp32.dtype(at::kBool));
        // d logProb_t / d hidden = W[y_t] - sum_v p_v W[v] does not depend on what comes back: with a frozen head it is
        // made here, and backward needs no logits. Of the rows of some tokens the terms are kept as well: d logProb_t /
        // d R[k] is theirs times the hidden state.
        const bool isHeadTrained = leaf_VD.requires_grad(), hasRows = held->head.rows.areDefined();
        const bool keepsDirection =
            (hidden_ND.requires_grad() || (hasRows && rows_KD.requires_grad())) && !isHeadTrained;
        at::Tensor direction = at::empty({keepsDirection ? count : 0, hidden_ND.size(1)}, hidden_ND.options());
        at::Tensor own = at::empty({keepsDirection ? count : 0, rows_KD.size(0)}, fp32);

        ChunkedLogits logits(hidden_ND, {rows_T, tokens_T}, *held);
        for (std::int64_t begin = 0; begin < count; begin += logits.step()) {
            auto chunk = logits.at(begin);
            const auto part = [&](at::Tensor& t) { return t.narrow(0, begin, chunk.size); };
            const at::Tensor probabilities =
                logits.kernels().logitFigures(chunk.logits_CV, chunk.tokens_C1, keepsDirection,
                                              {part(logProb), part(entropy), part(hit), part(meanLogit)});
            if (!keepsDirection) continue;
            ChunkedLogits::Weighted made = directionOf(probabilities, chunk, logits);
            logits.divide(made.sum_CD);
            part(direction).copy_(made.sum_CD);
            if (!hasRows) continue;
            logits.divide(made.own_CK);
            part(own).copy_(made.own_CK);
        }
        ctx->save_for_backward({hidden_ND, leaf_VD, rows_T, tokens_T, direction, own});
        ctx->saved_data["held"] = c10::IValue::make_capsule(held);
        ctx->mark_non_differentiable({entropy, hit, meanLogit});
        return {logProb, entropy, hit, meanLogit};
    }

    // W[y] - sum_v p_v W[v] of each row, each term by its slope.
    static ChunkedLogits::Weighted directionOf(const at::Tensor& probabilities_CV, const ChunkedLogits::Chunk& chunk,
                                               const ChunkedLogits& logits) {
        const at::Tensor& weight_VD = logits.weight();
        const at::Tensor& tokens_C1 = chunk.tokens_C1;
        if (chunk.slopes_CV.defined() || logits.hasRows()) {
            at::Tensor terms_CV = probabilities_CV.neg();
            terms_CV.scatter_add_(1, tokens_C1, at::ones_like(tokens_C1, terms_CV.options()));
            if (chunk.slopes_CV.defined()) terms_CV.mul_(chunk.slopes_CV);
            return logits.weighted(std::move(terms_CV));
        }
        return {weight_VD.index_select(0, tokens_C1.squeeze(1))
                    .sub_(logits.kernels().product(probabilities_CV, weight_VD, {})),
                {}};
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const at::NoGradGuard noGrad;
        const auto held = c10::static_intrusive_pointer_cast<HeldHead>(ctx->saved_data["held"].toCapsule());
        const variable_list saved = ctx->get_saved_variables();
        const at::Tensor &hidden_ND = saved[0], &leaf_VD = saved[1], &rows_T = saved[2], &direction = saved[4];
        const at::Tensor g_T1 = gradients[0].unsqueeze(1);
        at::Tensor dhidden, dhead, drows;
        if (ctx->needs_input_grad(0)) dhidden = at::zeros_like(hidden_ND, at::MemoryFormat::Contiguous);
        if (leaf_VD.requires_grad()) dhead = at::zeros(leaf_VD.sizes(), leaf_VD.options().requires_grad(false));
        if (!dhead.defined()) {
            if (dhidden.defined()) dhidden.index_add_(0, rows_T, direction * g_T1.to(direction.scalar_type()));
            if (held->head.rows.areDefined())
                drows = at::mm((saved[5] * g_T1).t(), hidden_ND.index_select(0, rows_T).to(at::kFloat));
            return {dhidden, dhead, drows, {}, {}, {}};
        }
        ChunkedLogits logits(hidden_ND, {rows_T, saved[3]}, *held);
        for (std::int64_t begin = 0; begin < rows_T.size(0); begin += logits.step()) {
            auto chunk = logits.at(begin);
            at::Tensor dlogits =
                logits.kernels().logitGradient(chunk.logits_CV, chunk.tokens_C1, g_T1.narrow(0, begin, chunk.size));
            if (chunk.slopes_CV.defined()) dlogits.mul_(chunk.slopes_CV);
            logits.divide(dlogits);
            dhead.addmm_(dlogits.t().to(at::kFloat), chunk.hidden_CD.to(at::kFloat));
            if (dhidden.defined())
                dhidden.index_add_(0, chunk.rows_C, at::mm(dlogits, logits.weight()).to(dhidden.scalar_type()));
        }
        return {dhidden, dhead, drows, {}, {}, {}};
    }
};

} // namespace

TokenLogProbs tokenLogProb(const at::Tensor& hidden_ND, const Head& head, const TargetTokens& targets,
                           at::ScalarType compute, std::int64_t chunk) {
    if (head.rows.areDefined() && head.weight.weight().defined() && head.weight.isTrainable())
        throw Error{ErrorKind::Internal, "A head that is trained whole has no rows beside it."};
    auto held = c10::make_intrusive<HeldHead>();
    held->head = head;
    held->compute = compute;
    held->chunk = chunk;
    // Autograd takes no undefined tensor.
    const at::Tensor rows_KD = head.rows.areDefined()
                                   ? head.rows.rows_KD
                                   : at::empty({0, hidden_ND.size(1)}, hidden_ND.options().requires_grad(false));
    const variable_list results =
        TokenLogProb::apply(hidden_ND, head.weight.weight(), rows_KD, targets.rows_T, targets.tokens_T, held);
    return {results[0], results[1], results[2], results[3]};
}

} // namespace fettle::ops
