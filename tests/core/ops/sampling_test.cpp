#include "core/ops/cpu/sampling.h"
#include "core/ops/kernel_table.h"
#include "core/ops/reference/reference.h"
#include "tests/support/test_main.h"

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>
#include <random>

using namespace fettle::ops;

namespace {

const std::vector<float> kLogits = {2, 1, 0, -1};

std::vector<float> processed(SamplingRow row) {
    std::vector<float> logits = kLogits;
    row.knownIds = 4;
    cpu::processLogits(logits, row);
    return logits;
}

std::vector<int> kept(const std::vector<float>& logits) {
    std::vector<int> ids;
    for (std::size_t i = 0; i < logits.size(); ++i)
        if (std::isfinite(logits[i])) ids.push_back(static_cast<int>(i));
    return ids;
}

using Rows = std::vector<SamplingRow>;

Sampled one(const KernelTable& kernels, const std::vector<float>& logits, SamplingRow row) {
    row.knownIds = std::ssize(logits);
    return kernels.sampleTokens(at::tensor(logits).unsqueeze(0), {row}).front();
}

} // namespace

// Both ways to sample: on the host, and by operations of ATen, which is what a GPU does.
class SamplingTest : public QObject {
    Q_OBJECT

    static void eachTable() {
        QTest::addColumn<const KernelTable*>("kernels");
        QTest::newRow("cpu") << &cpuKernels();
        QTest::newRow("aten") << &atenKernels();
    }

private Q_SLOTS:
    void topKKeepsTheLikeliest() { QCOMPARE(kept(processed({.topK = 2})), (std::vector<int>{0, 1})); }

    // softmax = 0.6439, 0.2369, 0.0871, 0.0321: 0.85 needs the first two.
    void topPKeepsTheSmallestSufficientSet() {
        QCOMPARE(kept(processed({.topP = 0.85})), (std::vector<int>{0, 1}));
        QCOMPARE(kept(processed({.topP = 0.01})), (std::vector<int>{0}));
    }

    // Relative to the likeliest: 1, 0.3679, 0.1353, 0.0498.
    void minPIsRelativeToTheLikeliest() { QCOMPARE(kept(processed({.minP = 0.1})), (std::vector<int>{0, 1, 2})); }

    void repetitionDividesPositiveAndMultipliesNegative() {
        const std::vector<std::int32_t> seen = {0, 3, 3};
        QCOMPARE(processed({.temperature = 0, .repetitionPenalty = 2, .seen = seen}),
                 (std::vector<float>{1, 1, 0, -2}));
    }

    void greedyTakesTheLowestOfEquals_data() { eachTable(); }
    void greedyTakesTheLowestOfEquals() {
        QFETCH(const KernelTable*, kernels);
        QCOMPARE(one(*kernels, {1, 3, 3}, {.temperature = 0}).id, 1);
    }

    // Evenly spread numbers fall on an id as often as its probability says.
    void drawsFollowTheProbabilities_data() { eachTable(); }
    void drawsFollowTheProbabilities() {
        QFETCH(const KernelTable*, kernels);
        constexpr int kDraws = 1000;
        const Rows rows = [] {
            Rows all;
            for (int i = 0; i < kDraws; ++i)
                all.push_back({.knownIds = 4, .uniform = (i + 0.5) / kDraws});
            return all;
        }();
        std::vector<double> share(4);
        for (const Sampled& drawn : kernels->sampleTokens(at::tensor(kLogits).expand({kDraws, 4}), rows))
            share[static_cast<std::size_t>(drawn.id)] += 1.0 / kDraws;
        const std::vector<double> expected = {0.6439, 0.2369, 0.0871, 0.0321};
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(std::abs(share[i] - expected[i]) < 1.1 / kDraws);
    }

    void likeliestAreOrdered_data() { eachTable(); }
    void likeliestAreOrdered() {
        QFETCH(const KernelTable*, kernels);
        const Sampled sampled = one(*kernels, {-3, -1, -2, -1}, {.temperature = 0, .likeliest = 3});
        QCOMPARE(sampled.likeliest.size(), std::size_t{3});
        QCOMPARE(sampled.likeliest[0].id, 1);
        QCOMPARE(sampled.likeliest[1].id, 3);
        QCOMPARE(sampled.likeliest[2].id, 2);
        QCOMPARE(sampled.logProb, sampled.likeliest[0].logProb);
    }

    void aRowThatIsNoNumberIsSaid_data() { eachTable(); }
    void aRowThatIsNoNumberIsSaid() {
        QFETCH(const KernelTable*, kernels);
        const at::Tensor logits = at::tensor({1.0F, std::numeric_limits<float>::quiet_NaN(), 1.0F, 2.0F}).view({2, 2});
        const auto sampled = kernels->sampleTokens(logits, {{.knownIds = 2}, {.knownIds = 2}});
        QVERIFY(!sampled[0].isFinite);
        QVERIFY(sampled[1].isFinite);
    }

    void paddingIsNeverDrawn_data() { eachTable(); }
    void paddingIsNeverDrawn() {
        QFETCH(const KernelTable*, kernels);
        const at::Tensor logits = at::tensor({1.0F, 0.0F, 9.0F}).unsqueeze(0);
        QCOMPARE(kernels->sampleTokens(logits, {{.temperature = 0, .knownIds = 2}}).front().id, 0);
        QCOMPARE(kernels->sampleTokens(logits, {{.knownIds = 2, .uniform = 0.9999}}).front().id, 1);
    }

    // A vocabulary of real size, filters by chance: the same ids as the plain arithmetic.
    void manyDrawsAreTheReferences_data() { eachTable(); }
    void manyDrawsAreTheReferences() {
        QFETCH(const KernelTable*, kernels);
        std::mt19937 numbers(7);
        const auto pick = [&](std::initializer_list<double> values) {
            return values.begin()[std::uniform_int_distribution<std::size_t>(0, values.size() - 1)(numbers)];
        };
        Rows rows;
        for (int i = 0; i < 40; ++i)
            rows.push_back({.temperature = pick({0.3, 1, 1.5}),
                            .topK = static_cast<std::int64_t>(pick({0, 0, 50})),
                            .topP = pick({1, 0.95, 0.5}),
                            .minP = pick({0, 0, 0.05}),
                            .knownIds = 2000,
                            .uniform = std::uniform_real_distribution(0.0, 1.0)(numbers)});
        const at::Tensor logits =
            at::randn({40, 2003}, at::make_generator<at::CPUGeneratorImpl>(5), at::kFloat).mul(2.5);

        const auto sampled = kernels->sampleTokens(logits, rows), expected = reference::sampleTokens(logits, rows);

        for (std::size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(sampled[i].id, expected[i].id);
            QVERIFY(std::abs(sampled[i].logProb - expected[i].logProb) < 1e-5);
        }
    }
};

FETTLE_TEST(SamplingTest)
#include "sampling_test.moc"
