// What PPO is made of, by numbers that arithmetic or Python gives.
#include "core/objective/losses/losses.h"
#include "core/objective/losses/ppo.h"
#include "tests/support/compare.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

at::Tensor of(std::initializer_list<double> values) {
    return at::tensor(std::vector<double>(values), at::kDouble);
}

void compareAll(const at::Tensor& actual, std::initializer_list<double> expected, double tolerance) {
    const at::Tensor gap = (actual.to(at::kDouble) - of(expected)).abs();
    QVERIFY2(gap.max().item<double>() <= tolerance, qPrintable(QString::number(gap.max().item<double>())));
}

} // namespace

class PpoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // By hand: 1 - 0.4; 0.1 + 0.4 - 0.3 + 0.95 * 0.6; 0.3 - 0.2 + 0.95 * 0.77. Then less their mean, over the root of
    // their unbiased variance.
    void advantagesAreGeneralizedAndWhitened() {
        const at::Tensor advantages = generalizedAdvantages(of({0, 0.1, 1}), of({0.2, 0.3, 0.4}), 1, 0.95);

        compareAll(advantages, {0.8315, 0.77, 0.6}, 1e-12);
        compareAll(whitened(advantages, WhitenedMean::Zero), {0.81448036, 0.30160791, -1.11608827}, 1e-7);
        compareAll(whitened(advantages, WhitenedMean::Kept), {1.54831369, 1.03544124, -0.38225494}, 1e-7);
    }

    // Two answers: two tokens that end early, and three that were cut. With gamma = lam = 1 a return is the sum of all
    // rewards from there on: the reward of an answer that ended lies one place behind its last token.
    void theRewardLiesBehindTheEnd() {
        const PpoObjective ppo{.klCoef = 0.5, .lam = 1};
        const Estimates estimates = ppoEstimates(ppo, {.score_A = of({2, -1}),
                                                       .logProb_T = of({-1, -2, -1, -1, -1}),
                                                       .reference_T = of({-2, -2, -1, -3, -1}),
                                                       .value_P = of({0, 0, 0, 0, 0, 0.25}),
                                                       .lengths = {2, 3},
                                                       .endsEarly = {1, 0}});

        compareAll(estimates.return_P, {1.5, 2, -2, -2, -1, 2}, 1e-6); // costs of 0.5, 0 and 0, 1, 0
        QCOMPARE(estimates.metrics.at("objective/kl"), 1.5);           // of 1 and 2 nats
        QCOMPARE(estimates.metrics.at("objective/non_score_reward"), -0.75);
        QCOMPARE(estimates.metrics.at("objective/rlhf_reward"), -0.25);
        QVERIFY(std::abs(estimates.advantage_T.mean().item<double>()) < 1e-6);
        QCOMPARE(estimates.advantage_T.size(0), 5);
    }

    // Ratios of e^0.5 and e^-0.5 against a clip of 0.2; values of 1 and -1 that were 0 and should be 2 and 0, which may
    // move by 0.2.
    void ratiosAndValuesAreClipped() {
        const PpoObjective ppo{.vfCoef = 0.5};
        BatchLogProbs batch{.answerCount = 1, .rowCount = 1};
        batch.answers = {.logProb_T = of({-0.5, -1.5}), .entropy_T = of({1, 3})};
        batch.old_T = of({-1, -1});
        batch.advantage_T = of({1, 1});
        batch.value_P = of({1, -1});
        batch.oldValue_P = of({0, 0});
        batch.return_P = of({2, 0});

        const Judgement judgement = ppoLoss(ppo, batch);

        const double policy = -(1.2 + std::exp(-0.5)) / 2, value = 0.5 * (1.8 * 1.8 + 1) / 2;
        QVERIFY(std::abs(judgement.lossSum.item<double>() - (policy + 0.5 * value)) < 1e-9);
        const auto means = readMeans(judgement.metrics);
        QCOMPARE(means.at("policy/clipfrac_avg"), 0.5);
        QCOMPARE(means.at("val/clipfrac_avg"), 0.5);
        QCOMPARE(means.at("policy/entropy_avg"), 2.0);
        QVERIFY(std::abs(means.at("policy/approxkl_avg") - 0.125) < 1e-6);
    }
};

FETTLE_TEST(PpoTest)
#include "ppo_test.moc"
