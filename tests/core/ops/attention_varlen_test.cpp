#include "core/ops/kernel_table.h"
#include "core/ops/op_case.h"
#include "core/ops/reference/reference.h"
#include "tests/support/compare.h"
#include "tests/support/test_main.h"

#include <torch/csrc/autograd/autograd.h>

#include <functional>
#include <limits>
#include <optional>

using namespace fettle::ops;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// One sequence of a call: [H, n, m] scores and [H, m, d] keys and values, the heads repeated.
struct Sequence {
    at::Tensor q_Hnd, k_Hmd, v_Hmd, scores_Hnm;
};

at::Tensor heads(const at::Tensor& x_NHd, std::int64_t repeats) {
    return x_NHd.to(at::kDouble).repeat_interleave(repeats, 1).transpose(0, 1);
}

Sequence sequence(const at::Tensor& q_nHd, const at::Tensor& k_mGd, const at::Tensor& v_mGd, const VarlenShape& shape,
                  double scale) {
    const std::int64_t repeats = q_nHd.size(1) / k_mGd.size(1);
    Sequence s{heads(q_nHd, 1), heads(k_mGd, repeats), heads(v_mGd, repeats), {}};
    s.scores_Hnm = at::matmul(s.q_Hnd, s.k_Hmd.transpose(1, 2)) * scale;
    if (!shape.isCausal) return s;
    // The distance from a query to a key; 0 for the last of each.
    const std::int64_t n = q_nHd.size(0), m = k_mGd.size(0);
    const at::Tensor distance_nm = at::arange(n).unsqueeze(1) + (m - n) - at::arange(m).unsqueeze(0);
    at::Tensor hidden_nm = distance_nm.lt(0);
    if (shape.window > 0) hidden_nm = hidden_nm.logical_or(distance_nm.ge(shape.window));
    s.scores_Hnm = s.scores_Hnm.masked_fill(hidden_nm, -kInfinity);
    return s;
}

using Work = std::function<void(std::int64_t q, std::int64_t n, std::int64_t k, std::int64_t m)>;

// `keys` [B + 1]; without `counts` a sequence's keys end where the next one's begin.
void eachSequence(const VarlenShape& shape, const at::Tensor& keys, const std::optional<at::Tensor>& counts,
                  const Work& work) {
    const at::Tensor queries = shape.cumulativeQueries;
    for (std::int64_t i = 0; i + 1 < queries.size(0); ++i) {
        const std::int64_t q = queries[i].item<int>(), k = keys[i].item<int>();
        const std::int64_t count = counts ? (*counts)[i].item<int>() : keys[i + 1].item<int>() - k;
        work(q, queries[i + 1].item<int>() - q, k, count);
    }
}

AttentionResult plainForward(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                             const KeyRows& keys, const VarlenShape& shape, double scale) {
    AttentionResult result{at::empty_like(q_NHd), at::empty({q_NHd.size(0), q_NHd.size(1)}, at::kDouble)};
    eachSequence(shape, keys.begins(), keys.counts(),
                 [&](std::int64_t q, std::int64_t n, std::int64_t k, std::int64_t m) {
                     const Sequence s =
                         sequence(q_NHd.narrow(0, q, n), k_MGd.narrow(0, k, m), v_MGd.narrow(0, k, m), shape, scale);
                     const at::Tensor lse_Hn = s.scores_Hnm.logsumexp(-1);
                     const at::Tensor out = at::matmul(at::softmax(s.scores_Hnm, -1), s.v_Hmd).nan_to_num(0);
                     result.out_NHd.narrow(0, q, n).copy_(out.transpose(0, 1));
                     result.lse_NH.narrow(0, q, n).copy_(lse_Hn.masked_fill(lse_Hn.eq(-kInfinity), kInfinity).t());
                 });
    return result;
}

// From the given output and log-sum-exp, never from its own (FlashAttention, arXiv:2205.14135, algorithm 4).
AttentionGradients plainBackward(const at::Tensor& dout_NHd, const AttentionSaved& saved,
                                 const at::Tensor& cumulativeKeys, const VarlenShape& shape, double scale) {
    AttentionGradients result{at::empty_like(saved.q_NHd), at::empty_like(saved.k_MGd), at::empty_like(saved.v_MGd)};
    const std::int64_t groups = saved.k_MGd.size(1), repeats = saved.q_NHd.size(1) / groups;
    const auto shared = [&](const at::Tensor& x_Hmd) { // sums over the query heads of a key head
        return x_Hmd.view({groups, repeats, x_Hmd.size(1), x_Hmd.size(2)}).sum(1).transpose(0, 1);
    };
    eachSequence(shape, cumulativeKeys, {}, [&](std::int64_t q, std::int64_t n, std::int64_t k, std::int64_t m) {
        const Sequence s = sequence(saved.q_NHd.narrow(0, q, n), saved.k_MGd.narrow(0, k, m),
                                    saved.v_MGd.narrow(0, k, m), shape, scale);
        const at::Tensor dout = heads(dout_NHd.narrow(0, q, n), 1);
        const at::Tensor lse_Hn1 = saved.result.lse_NH.narrow(0, q, n).t().unsqueeze(-1);
        const at::Tensor delta = (dout * heads(saved.result.out_NHd.narrow(0, q, n), 1)).sum(-1, true);
        const at::Tensor weights = (s.scores_Hnm - lse_Hn1).exp();
        const at::Tensor dscores = weights * (at::matmul(dout, s.v_Hmd.transpose(1, 2)) - delta) * scale;
        result.dq_NHd.narrow(0, q, n).copy_(at::matmul(dscores, s.k_Hmd).transpose(0, 1));
        result.dk_MGd.narrow(0, k, m).copy_(shared(at::matmul(dscores.transpose(1, 2), s.q_Hnd)));
        result.dv_MGd.narrow(0, k, m).copy_(shared(at::matmul(weights.transpose(1, 2), dout)));
    });
    return result;
}

bool isRegistered = false;
int acceptedCalls = 0;

bool accepts(const at::Tensor&) {
    acceptedCalls += isRegistered ? 1 : 0;
    return isRegistered;
}

// Stands in for a GPU's kernel, so that all that is made of its calls is tested on any machine.
const VarlenKernel kPlain{.accepts = &accepts, .forward = &plainForward, .backward = &plainBackward};

// As kPlain, for whoever hands it the whole cache of 16 rows.
AttentionResult forwardOverAll(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                               const KeyRows& keys, const VarlenShape& shape, double scale) {
    [&] { QCOMPARE(k_MGd.size(0), 16); }();
    return plainForward(q_NHd, k_MGd, v_MGd, keys, shape, scale);
}

const VarlenKernel kOverAll{.accepts = &accepts, .forward = &forwardOverAll};

struct Inputs {
    at::Tensor q, k, v, dout;
};

Inputs drawInputs(std::int64_t queries, std::int64_t keys) {
    at::manual_seed(3);
    return {at::randn({queries, 4, 8}, at::kDouble), at::randn({keys, 2, 8}, at::kDouble),
            at::randn({keys, 2, 8}, at::kDouble), at::randn({queries, 4, 8}, at::kDouble)};
}

} // namespace

class AttentionVarlenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { isRegistered = false; }

    void mergedHalvesAreTheWhole() {
        const Inputs in = drawInputs(6, 11);
        const auto over = [&](std::int64_t begin, std::int64_t end) {
            return plainForward(in.q, in.k, in.v, KeyRows({{begin, end}}, at::kCPU), {at::tensor({0, 6}, at::kInt)},
                                0.4);
        };

        const AttentionResult merged = mergeAttention(over(0, 4), over(4, 11)), whole = over(0, 11);

        COMPARE_CLOSE(merged.out_NHd, whole.out_NHd, 1e-10);
        COMPARE_CLOSE(merged.lse_NH, whole.lse_NH, 1e-10);
    }

    void mergingWithNothingChangesNothing() {
        const at::Tensor out = at::ones({2, 1, 3}), lse = at::full({2, 1}, 0.5);
        const AttentionResult nothing{at::zeros({2, 1, 3}), at::full({2, 1}, -kInfinity)};

        const AttentionResult one = mergeAttention({out, lse}, nothing), none = mergeAttention(nothing, nothing);

        QVERIFY(at::equal(one.out_NHd, out) && at::equal(one.lse_NH, lse));
        QVERIFY(at::equal(none.out_NHd, nothing.out_NHd) && at::equal(none.lse_NH, nothing.lse_NH));
    }

    void callsGiveTheReferencesValuesAndGradients_data() {
        QTest::addColumn<std::vector<Segment>>("segments");
        QTest::addColumn<std::int64_t>("window");
        const auto row = [](const char* name, std::vector<Segment> segments, std::int64_t window = 0) {
            QTest::newRow(name) << std::move(segments) << window;
        };
        row("one document", {{0, 16, 0, {{0, 16, 0}}}});
        row("documents and a row of none", {{0, 7, 0, {{0, 7, 0}}}, {7, 15, 0, {{7, 15, 0}}}});
        row("shared prompt",
            {{0, 5, 0, {{0, 5, 0}}}, {5, 9, 5, {{0, 5, 0}, {5, 9, 5}}}, {9, 16, 5, {{0, 5, 0}, {9, 16, 5}}}});
        row("two prompts, interleaved answers", {{0, 2, 0, {{0, 2, 0}}},
                                                 {2, 4, 0, {{2, 4, 0}}},
                                                 {4, 7, 2, {{0, 2, 0}, {4, 7, 2}}},
                                                 {7, 11, 2, {{2, 4, 0}, {7, 11, 2}}},
                                                 {11, 16, 2, {{0, 2, 0}, {11, 16, 2}}}});
        row("shared prefix", {{0, 6, 3, {{0, 3, 0}, {3, 9, 3}}}, {6, 13, 3, {{0, 3, 0}, {9, 16, 3}}}});
        row("three spans", {{0, 4, 9, {{0, 5, 0}, {5, 9, 5}, {9, 13, 9}}}, {4, 16, 0, {{4, 16, 0}}}});
        row("keys that end among the queries", {{0, 6, 2, {{0, 5, 0}}}, {6, 12, 0, {{8, 12, 3}}}});
        row("window", {{0, 9, 0, {{0, 9, 0}}}, {9, 16, 0, {{9, 16, 0}}}}, 3);
        row("window that still holds the prompt", {{0, 3, 2, {{0, 2, 0}, {2, 5, 2}}}}, 5);
    }
    void callsGiveTheReferencesValuesAndGradients() {
        QFETCH(std::vector<Segment>, segments);
        QFETCH(std::int64_t, window);
        const Inputs in = drawInputs(16, 16);
        std::vector<at::Tensor> leaves;
        for (const at::Tensor& x : {in.q, in.k, in.v})
            leaves.push_back(x.clone().requires_grad_(true));
        const at::Tensor expected =
            reference::attention(leaves[0], leaves[1], leaves[2], segments, {.scale = 0.4, .window = window});
        torch::autograd::backward({expected}, {in.dout});

        const Segments held(segments);
        const auto* calls = varlenCalls(held, window, at::kCPU);
        QVERIFY(calls != nullptr);
        const AttentionResult result = varlenForward(kPlain, in.q, in.k, in.v, *calls, 0.4);
        const AttentionGradients gradients = varlenBackward(kPlain, in.dout, {in.q, in.k, in.v, result}, *calls, 0.4);

        COMPARE_CLOSE(result.out_NHd, expected.detach(), 1e-10);
        COMPARE_CLOSE(gradients.dq_NHd, leaves[0].grad(), 1e-10);
        COMPARE_CLOSE(gradients.dk_MGd, leaves[1].grad(), 1e-10);
        COMPARE_CLOSE(gradients.dv_MGd, leaves[2].grad(), 1e-10);
    }

    // Three queries, one key: the first two see nothing of this call and must keep what the other call gave.
    void rowsWithoutKeysInOneCallKeepTheOthers() {
        const Inputs in = drawInputs(3, 5);
        const auto call = [](std::int64_t begin, std::int64_t count, bool isCausal) {
            return VarlenCall{{.count = 3},
                              KeyRows({{begin, begin + count}}, at::kCPU),
                              {at::tensor({0, 3}, at::kInt), 3, count, isCausal}};
        };
        const std::vector<VarlenCall> calls = {call(0, 4, false), call(4, 1, true)};
        const std::vector<Segment> segments = {{0, 3, 4, {{0, 4, 0}, {4, 5, 6}}}};
        const at::Tensor expected = reference::attention(in.q, in.k, in.v, segments, {.scale = 0.4});

        const AttentionResult result = varlenForward(kPlain, in.q, in.k, in.v, calls, 0.4);
        const AttentionResult alone = varlenForward(kPlain, in.q, in.k, in.v, {calls[1]}, 0.4);
        const AttentionGradients gradients =
            varlenBackward(kPlain, in.dout, {in.q, in.k, in.v, alone}, {calls[1]}, 0.4);

        COMPARE_CLOSE(result.out_NHd, expected, 1e-10);
        QCOMPARE(alone.lse_NH[0][0].item<double>(), -kInfinity);
        QCOMPARE(gradients.dq_NHd[0].abs().max().item<double>(), 0.0);
        QVERIFY(gradients.dk_MGd.isfinite().all().item<bool>());
    }

    // A decoding step over a cache: its rows stay where they are, and no list of them is made.
    void keysOfACacheAreReadInPlace() {
        const Inputs in = drawInputs(2, 16);
        const std::vector<Segment> segments = {{0, 1, 4, {{0, 5, 0}}}, {1, 2, 2, {{8, 11, 0}}}};

        const Segments held(segments);
        const auto* calls = varlenCalls(held, 0, at::kCPU);
        const AttentionResult result = varlenForward(kOverAll, in.q, in.k, in.v, *calls, 0.4);

        COMPARE_CLOSE(result.out_NHd, reference::attention(in.q, in.k, in.v, segments, {.scale = 0.4}), 1e-10);
    }

    // Through the operation itself, as on a GPU: dispatch, calls kept with the segments, autograd.
    void theOperationUsesARegisteredKernel() {
        KernelTable table = cpuKernels();
        table.varlen = kPlain;
        registerKernels(at::kCPU, table);
        isRegistered = true;
        for (const OpCase& one : opCases(at::kCPU)) {
            if (!one.name.starts_with("attention")) continue;
            acceptedCalls = 0;
            const SelftestResult result = runCase(one, at::kCPU, at::kBFloat16);
            QVERIFY2(result.passed, (result.name + " " + result.detail + ": " + std::to_string(result.worst)).c_str());
            QCOMPARE(acceptedCalls, one.name.find("soft cap") == std::string::npos ? 2 : 0); // forward, backward
        }
    }
};

FETTLE_TEST(AttentionVarlenTest)
#include "attention_varlen_test.moc"
