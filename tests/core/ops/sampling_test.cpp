#include "core/generate/sampling.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fettle;

namespace {

const std::vector<float> kLogits = {2, 1, 0, -1};

std::vector<int> kept(const std::vector<float>& logits) {
    std::vector<int> ids;
    for (std::size_t i = 0; i < logits.size(); ++i)
        if (std::isfinite(logits[i])) ids.push_back(static_cast<int>(i));
    return ids;
}

} // namespace

class SamplingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void greedyTakesTheLowestOfEquals() { QCOMPARE(chooseToken({1, 3, 3}, {.temperature = 0}, 0), 1); }

    void topKKeepsTheLikeliest() { QCOMPARE(kept(processLogits(kLogits, {}, {.topK = 2})), (std::vector<int>{0, 1})); }

    // softmax = 0.6439, 0.2369, 0.0871, 0.0321: 0.85 needs the first two.
    void topPKeepsTheSmallestSufficientSet() {
        QCOMPARE(kept(processLogits(kLogits, {}, {.topP = 0.85})), (std::vector<int>{0, 1}));
        QCOMPARE(kept(processLogits(kLogits, {}, {.topP = 0.01})), (std::vector<int>{0}));
    }

    // Relative to the likeliest: 1, 0.3679, 0.1353, 0.0498.
    void minPIsRelativeToTheLikeliest() {
        QCOMPARE(kept(processLogits(kLogits, {}, {.minP = 0.1})), (std::vector<int>{0, 1, 2}));
    }

    void repetitionDividesPositiveAndMultipliesNegative() {
        const std::vector<TokenId> history = {0, 3, 3};
        const auto logits = processLogits(kLogits, history, {.temperature = 0, .repetitionPenalty = 2});
        QCOMPARE(logits, (std::vector<float>{1, 1, 0, -2}));
    }

    void equalSeedsDrawEqually() {
        for (std::uint64_t step = 0; step < 50; ++step)
            QCOMPARE(chooseToken(kLogits, {.seed = 9}, step), chooseToken(kLogits, {.seed = 9}, step));
    }

    // 20,000 draws: the standard error of a share p is at most sqrt(0.25 / 20000) = 0.0035; four of them.
    void drawsFollowTheProbabilities() {
        std::vector<double> share(4);
        for (std::uint64_t step = 0; step < 20000; ++step)
            share[static_cast<std::size_t>(chooseToken(kLogits, {.seed = 1}, step))] += 1.0 / 20000;
        const std::vector<double> expected = {0.6439, 0.2369, 0.0871, 0.0321};
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(std::abs(share[i] - expected[i]) < 0.014);
    }

    void likeliestAreOrdered() {
        const std::vector<float> logProbs = {-3, -1, -2};
        const auto top = likeliest(logProbs, 2);
        QCOMPARE(top.size(), std::size_t{2});
        QCOMPARE(top[0].id, 1);
        QCOMPARE(top[1].id, 2);
    }
};

FETTLE_TEST(SamplingTest)
#include "sampling_test.moc"
