#include "core/device/allocator.h"
#include "core/device/device.h"
#include "core/ops/attention.h"
#include "core/ops/checkpoint.h"
#include "core/ops/dropout_hash.h"
#include "core/ops/kernel_table.h"
#include "core/ops/linears.h"
#include "core/ops/noise.h"
#include "core/ops/token_log_prob.h"
#include "tests/support/test_main.h"

#include <ATen/ATen.h>

using namespace fettle;
using namespace fettle::ops;

namespace {

at::Tensor draw(at::IntArrayRef shape, std::uint64_t seed) {
    at::manual_seed(seed);
    return at::randn(shape);
}

} // namespace

class PropertiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void packedDocumentsNeverSeeEachOther() {
        const Segments segments({{0, 5, 0, {{0, 5, 0}}}, {5, 9, 0, {{5, 9, 0}}}});
        const at::Tensor q = draw({9, 4, 32}, 1), k = draw({9, 2, 32}, 2), v = draw({9, 2, 32}, 3);
        const at::Tensor before = attention(q, k, v, segments, {});

        k.slice(0, 5).normal_();
        v.slice(0, 5).normal_();
        const at::Tensor after = attention(q, k, v, segments, {});

        QVERIFY(at::equal(before.slice(0, 0, 5), after.slice(0, 0, 5)));
        QVERIFY(!at::equal(before.slice(0, 5), after.slice(0, 5)));
    }

    void rowsWithoutKeysGiveZeros() {
        const at::Tensor x = draw({3, 1, 8}, 1);
        const at::Tensor out = attention(x, x, x, Segments({{0, 2, 0, {{0, 2, 0}}}}), {});
        QCOMPARE(out[2].abs().max().item<float>(), 0.0F);
    }

    // 4 M elements: the tile limit cuts the queries of one long document.
    void longDocumentsAreTiled() {
        const std::int64_t n = 1500;
        const at::Tensor q = draw({n, 4, 8}, 1), k = draw({n, 4, 8}, 2), v = draw({n, 4, 8}, 3);
        const at::Tensor whole = attention(q, k, v, Segments({{0, n, 0, {{0, n, 0}}}}), {});
        const at::Tensor last = attention(q.slice(0, n - 1), k, v, Segments({{0, 1, n - 1, {{0, n, 0}}}}), {});
        QVERIFY(at::allclose(whole[n - 1], last[0], 1e-5, 1e-6));
    }

    void noiseIsTheHashOfItsPlace() {
        const DropoutKey key{.seed = 1, .step = 2, .microBatch = 3};
        const at::Tensor noise = uniformNoise(100000, key, 7, at::kCPU);
        for (const std::uint32_t place : {0U, 5U, 99999U})
            QCOMPARE(noise[static_cast<std::int64_t>(place)].item<float>(),
                     static_cast<float>(elementHash(dropoutStream(key, 7), place) / 0x1p31 - 1));
        QVERIFY(std::abs(noise.mean().item<double>()) < 0.01);
    }

    void dropoutReplaysAndBothWaysAgree() {
        const DropoutKey key{.seed = 1, .step = 2, .microBatch = 3};
        const at::Tensor mask = dropoutMask(100000, 0.25, key, 7, at::kCPU);
        const auto threshold = static_cast<std::uint32_t>(0.25 * 0x1p32);

        QVERIFY(at::equal(mask, dropoutMask(100000, 0.25, key, 7, at::kCPU)));
        QVERIFY(at::equal(mask, atenKernels().keepMask(100000, threshold, dropoutStream(key, 7), at::kCPU)));
        QVERIFY(!at::equal(mask, dropoutMask(100000, 0.25, key, 8, at::kCPU)));
        // The share of kept elements: standard error sqrt(0.25 * 0.75 / 100000) = 0.0014; four of them.
        QVERIFY(std::abs(mask.to(at::kDouble).mean().item<double>() - 0.75) < 0.0055);
    }

    void checkpointedGradientsAreBitwiseEqual() {
        const at::Tensor weight = draw({16, 16}, 1);
        const auto gradients = [&](bool isCheckpointed) {
            at::Tensor A = draw({4, 16}, 2).requires_grad_(true), B = draw({16, 4}, 3).requires_grad_(true);
            at::Tensor x = draw({5, 16}, 4).requires_grad_(true);
            const TensorFunction block = [&](const std::vector<at::Tensor>& in) {
                return linears(in[0],
                               {{.weight = LinearWeight(weight), .branches = {{.A = A, .B = B, .dropout = 0.3}}}},
                               {.training = true, .dropout = {.seed = 9}});
            };
            const at::Tensor y = isCheckpointed ? checkpoint(block, {x}).front() : block({x}).front();
            y.square().sum().backward();
            return std::vector<at::Tensor>{A.grad(), B.grad(), x.grad()};
        };

        const auto plain = gradients(false), recomputed = gradients(true);

        for (std::size_t i = 0; i < plain.size(); ++i)
            QVERIFY(at::equal(plain[i], recomputed[i]));
    }

    void strengthZeroIsTheBaseBitwise() {
        const at::Tensor weight = draw({8, 8}, 1), x = draw({3, 8}, 2), A = draw({2, 8}, 3), B = draw({8, 2}, 4);
        const at::Tensor strength = at::tensor({0.0F, 1.0F, 0.0F});

        const at::Tensor base = linears(x, {{.weight = LinearWeight(weight)}}, {}).front();
        const at::Tensor mixed =
            linears(x, {{.weight = LinearWeight(weight), .branches = {{.A = A, .B = B, .strength = strength}}}}, {})
                .front();

        QVERIFY(at::equal(base[0], mixed[0]));
        QVERIFY(!at::equal(base[1], mixed[1]));
        QVERIFY(at::equal(base[2], mixed[2]));
    }

    // Against autograd through the whole matrix with these rows in it, with and without a cap and a temperature.
    void rowsOfTokensStandInAHead_data() {
        QTest::addColumn<double>("softCap");
        QTest::addColumn<double>("temperature");
        QTest::newRow("plain") << 0.0 << 1.0;
        QTest::newRow("capped") << 2.0 << 1.0;
        QTest::newRow("capped and divided") << 2.0 << 0.7;
    }
    void rowsOfTokensStandInAHead() {
        QFETCH(double, softCap);
        QFETCH(double, temperature);
        const at::Tensor weight_VD = draw({11, 6}, 1), ids_K = at::tensor({9L, 3L}, at::kLong);
        const at::Tensor rows_T = at::tensor({0L, 2L, 2L, 4L}, at::kLong), tokens_T = at::tensor({3L, 0L, 9L, 10L});
        const at::Tensor weights_T = draw({4}, 4);
        at::Tensor hidden_ND = draw({5, 6}, 2).requires_grad_(true), own_KD = draw({2, 6}, 3).requires_grad_(true);
        at::Tensor plainHidden_ND = hidden_ND.detach().clone().requires_grad_(true),
                   plainOwn_KD = own_KD.detach().clone().requires_grad_(true);

        const Head head{LinearWeight(weight_VD), softCap, temperature, {ids_K, own_KD}};
        const auto probs = tokenLogProb(hidden_ND, head, {rows_T, tokens_T}, at::kFloat, /*chunk=*/3);
        (probs.logProb_T * weights_T).sum().backward();
        at::Tensor logits_TV =
            at::mm(plainHidden_ND.index_select(0, rows_T), weight_VD.index_copy(0, ids_K, plainOwn_KD).t());
        if (softCap != 0) logits_TV = at::tanh(logits_TV / softCap) * softCap;
        const at::Tensor expected_T =
            (logits_TV / temperature).log_softmax(1).gather(1, tokens_T.unsqueeze(1)).squeeze(1);
        (expected_T * weights_T).sum().backward();

        QVERIFY(at::allclose(probs.logProb_T, expected_T, 1e-5, 1e-6));
        QVERIFY(at::allclose(hidden_ND.grad(), plainHidden_ND.grad(), 1e-4, 1e-5));
        QVERIFY(at::allclose(own_KD.grad(), plainOwn_KD.grad(), 1e-4, 1e-5));
    }

    // A head of half the weights has the same logits at half the temperature; the gradient goes through the division.
    void aTemperatureDividesTheLogits() {
        const at::Tensor weight = draw({9, 8}, 1), rows = at::tensor({0, 2}, at::kLong),
                         tokens = at::tensor({3, 5}, at::kLong);
        for (const bool isTrained : {false, true}) {
            const auto run = [&](const at::Tensor& head, double temperature) {
                const at::Tensor hidden = draw({3, 8}, 2).set_requires_grad(true);
                const at::Tensor leaf = head.clone().set_requires_grad(isTrained);
                const auto probs = tokenLogProb(hidden, {.weight = LinearWeight(leaf), .temperature = temperature},
                                                {rows, tokens}, at::kFloat);
                probs.logProb_T.sum().backward();
                return std::pair(probs.logProb_T.detach(), hidden.grad());
            };
            const auto [cooled, cooledGradient] = run(weight, 0.5);
            const auto [scaled, scaledGradient] = run(weight * 2, 1);

            QVERIFY(at::allclose(cooled, scaled));
            QVERIFY(at::allclose(cooledGradient, scaledGradient));
        }
    }

    // 8,192 targets over a vocabulary of 49,152 at width 576: all logits would take 1.6 GB.
    void lossOfALargeVocabularyStaysSmall() {
        installCountingAllocator();
        const std::int64_t count = 8192;
        const at::Tensor hidden = (at::ones({count, 576}) * 0.01).set_requires_grad(true);
        const LinearWeight head(at::ones({49152, 576}) * 0.01);
        const at::Tensor rows = at::arange(count), tokens = at::arange(count);
        resetPeakCountedBytes();
        const std::int64_t before = countedBytes();

        tokenLogProb(hidden, {head}, {rows, tokens}, at::kFloat).logProb_T.sum().backward();

        const std::int64_t used = peakCountedBytes() - before;
        QVERIFY2(used < 400'000'000, std::to_string(used).c_str());
    }
};

FETTLE_TEST(PropertiesTest)
#include "properties_test.moc"
