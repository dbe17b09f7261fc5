#include "core/objective/losses/losses.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fettle;

namespace {

TargetLogProbs targets(const std::vector<float>& logProbs, const std::vector<std::int64_t>& owners) {
    const at::Tensor values = at::tensor(logProbs, at::kFloat);
    return {.logProb_T = values,
            .entropy_T = at::zeros_like(values),
            .hit_T = at::ones_like(values, at::kBool),
            .meanLogit_T = values,
            .owner_T = at::tensor(owners, at::kLong)};
}

// A chosen answer of 6 tokens with the sum -12 (reference -13), a rejected one of 5 with -15 (reference -14.5): the
// log-ratios are 1 and -0.5, so that beta times their difference is 0.15 for beta 0.1.
BatchLogProbs onePair() {
    std::vector<float> logProbs(6, -2.0F);
    logProbs.resize(11, -3.0F);
    std::vector<std::int64_t> owners(6, 0);
    owners.resize(11, 1);
    return {.answers = targets(logProbs, owners),
            .prompts = targets({}, {}),
            .answerCount = 2,
            .rowCount = 1,
            .reference_A = at::tensor({-13.0F, -14.5F})};
}

// Three rows, each with its own answer of one token and a borrowed one; good, bad, good. The reference gives -1 to
// each.
BatchLogProbs judgedRows(float firstBorrowed) {
    const std::vector<float> logRatios = {1, firstBorrowed, -0.5F, 0.3F, 3, -0.1F};
    std::vector<float> logProbs;
    for (const float ratio : logRatios)
        logProbs.push_back(ratio - 1);
    return {.answers = targets(logProbs, {0, 1, 2, 3, 4, 5}),
            .prompts = targets({}, {}),
            .answerCount = 6,
            .rowCount = 3,
            .isDesirable = {true, false, true},
            .reference_A = at::full({6}, -1.0F)};
}

// Two answers, of one token and of three, with ratios 1.5, 1, 1, 0.5 to the model that drew them, and log-ratios to the
// reference of 0, -0.3, 0, 0. Worth 2 and -1.
BatchLogProbs drawnPair() {
    const std::vector<float> logProbs = {-1, -2, -1, -3};
    BatchLogProbs batch{.answers = targets(logProbs, {0, 1, 1, 1}), .answerCount = 2, .rowCount = 1};
    batch.advantage_A = at::tensor({2.0F, -1.0F});
    batch.old_T = batch.answers.logProb_T - at::tensor({1.5F, 1.0F, 1.0F, 0.5F}).log();
    batch.reference_T = batch.answers.logProb_T + at::tensor({0.0F, 0.3F, 0.0F, 0.0F});
    return batch;
}

double grpoOf(const GrpoObjective& grpo) {
    return grpoLoss(grpo, drawnPair()).lossSum.item<double>();
}

double sigma(double x) {
    return 1 / (1 + std::exp(-x));
}

double lossOf(const char* type, double smoothing = 0) {
    return dpoLoss({.beta = 0.1, .lossType = type, .labelSmoothing = smoothing}, onePair()).lossSum.item<double>();
}

void compare(double actual, double expected) {
    QVERIFY2(std::abs(actual - expected) < 2e-6 * std::max(1.0, std::abs(expected)),
             qPrintable(QString("%1 instead of %2").arg(actual, 0, 'g', 9).arg(expected, 0, 'g', 9)));
}

} // namespace

class LossesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nextTokenSumsAndCounts() {
        const Judgement loss = nextTokenLoss({.answers = targets({-1, -2, -4}, {0, 0, 1}), .answerCount = 2});

        QCOMPARE(loss.lossSum.item<double>(), 7.0);
        QCOMPARE(loss.weight, 3.0);
        QCOMPARE(loss.metrics.at("mean_token_accuracy").sum.item<double>(), 3.0);
    }

    // The formulas of trl/trainer/dpo_trainer.py, _compute_loss, with c = 1, r = -0.5, delta = 1.5.
    void lossesOfAPair_data() {
        QTest::addColumn<double>("smoothing");
        QTest::addColumn<double>("expected");
        const double e = 0.1, x = 0.15;
        QTest::newRow("sigmoid") << 0.0 << -std::log(sigma(x));
        QTest::newRow("hinge") << 0.0 << 1 - x;
        QTest::newRow("ipo") << 0.0 << std::pow(1.0 / 6 + 0.5 / 5 - 1 / (2 * 0.1), 2);
        QTest::newRow("robust") << e << (-(1 - e) * std::log(sigma(x)) + e * std::log(sigma(-x))) / (1 - 2 * e);
        QTest::newRow("exo_pair") << e
                                  << sigma(x) * (std::log(sigma(x)) - std::log(1 - e)) +
                                         sigma(-x) * (std::log(sigma(-x)) - std::log(e));
        QTest::newRow("nca_pair") << 0.0
                                  << -std::log(sigma(0.1)) - 0.5 * std::log(sigma(-0.1)) - 0.5 * std::log(sigma(0.05));
        QTest::newRow("bco_pair") << 0.0 << -std::log(sigma(0.1)) - std::log(sigma(0.05));
        QTest::newRow("sppo_hard") << 0.0 << std::pow(1 - 5, 2) + std::pow(-0.5 + 5, 2);
        QTest::newRow("apo_zero") << 0.0 << 1 - sigma(0.1) + sigma(-0.05);
        QTest::newRow("apo_down") << 0.0 << sigma(0.1) + 1 - sigma(x);
        QTest::newRow("aot") << e << -(1 - e) * std::log(sigma(x)) - e * std::log(sigma(-x)); // one pair: no order
        QTest::newRow("aot_unpaired") << 0.0 << -std::log(sigma(x));
        QTest::newRow("discopop") << 0.0
                                  << -std::log(sigma(x)) * (1 - sigma(x / 0.05)) + std::exp(-x) * sigma(x / 0.05);
        QTest::newRow("sft") << 0.0 << 2.0; // -(-12) / 6
        QTest::newRow("sigmoid_norm") << 0.0 << -std::log(sigma(0.1 * (1.0 / 6 + 0.5 / 5)));
    }
    void lossesOfAPair() {
        QFETCH(double, smoothing);
        QFETCH(double, expected);

        compare(lossOf(QTest::currentDataTag(), smoothing), expected);
    }

    // arXiv:2409.06411: of the chosen answer's six tokens the one beyond the rejected answer's five counts a half, so
    // that its log-ratio is -11 + 13 = 2; the reference's sums are given as they are.
    void tokensBeyondTheShorterAnswerCountLess() {
        const DpoObjective dpo{.beta = 0.1, .ldAlpha = 0.5};
        compare(dpoLoss(dpo, onePair()).lossSum.item<double>(), -std::log(sigma(0.1 * (2 + 0.5))));
        compare(dpoLoss(dpo, onePair()).metrics.at("logps/chosen").sum.item<double>(), -11);
    }

    void severalLossesAreWeighted() {
        const DpoObjective mix{.beta = 0.1, .lossWeights = {{"sigmoid", 0.8}, {"sft", 0.5}}};
        compare(dpoLoss(mix, onePair()).lossSum.item<double>(), 0.8 * lossOf("sigmoid") + 0.5 * 2);
    }

    // f'(t) at t = e and t = e^-0.5 (arXiv:2309.16240, table 1).
    void divergencesBendTheRatios_data() {
        QTest::addColumn<double>("difference");
        QTest::newRow("reverse_kl") << 1.5;
        QTest::newRow("forward_kl") << std::exp(0.5) - std::exp(-1);
        QTest::newRow("js_divergence") << std::log(sigma(1)) - std::log(sigma(-0.5));
        QTest::newRow("alpha_divergence") << (std::exp(-0.5) - std::exp(0.25)) / -0.5;
    }
    void divergencesBendTheRatios() {
        QFETCH(double, difference);
        const DpoObjective dpo{.beta = 0.1, .fDivergenceType = QTest::currentDataTag()};
        compare(dpoLoss(dpo, onePair()).lossSum.item<double>(), -std::log(sigma(0.1 * difference)));
    }

    // Means -0.5 and -1.2, beta 2, gamma 0.5: x = 0.7 - 0.25 (arXiv:2405.14734, eq. 6).
    void simpoWantsAMargin() {
        const BatchLogProbs pair{.answers = targets({-0.25F, -0.75F, -1.2F}, {0, 0, 1}),
                                 .prompts = targets({}, {}),
                                 .answerCount = 2,
                                 .rowCount = 1};
        const CpoObjective simpo{.beta = 2, .lossType = "simpo", .cpoAlpha = 0, .simpoGamma = 0.5};
        compare(cpoLoss(simpo, pair).lossSum.item<double>(), -std::log(sigma(2 * 0.45)));

        const CpoObjective cpo{.beta = 0.1, .cpoAlpha = 0.5}; // sums -1 and -1.2, likelihood 0.5
        compare(cpoLoss(cpo, pair).lossSum.item<double>(), -std::log(sigma(0.02)) + 0.5 * 0.5);
    }

    // -min(ratio A, clip(ratio) A): -2.4 of the first answer, 1, 1 and 0.8 of the second (arXiv:2402.03300, eq. 3).
    void ratiosAreClipped() {
        compare(grpoOf({.lossType = "dapo"}), -2.4 + 1 + 1 + 0.8);
        compare(grpoOf({.lossType = "bnpo"}), 0.4 / 4);
        compare(grpoOf({.lossType = "grpo"}), (-2.4 + 2.8 / 3) / 2);
        compare(grpoOf({.rollouts = {.maxCompletionLength = 10}, .lossType = "dr_grpo"}), 0.4 / (2 * 10));
        compare(grpoOf({.epsilonHigh = 0.6, .lossType = "dapo"}), -3.0 + 2.8);
        QCOMPARE(grpoLoss({.lossType = "dapo"}, drawnPair()).weight, 4.0);
        QCOMPARE(grpoLoss({.lossType = "bnpo"}, drawnPair()).weight, 1.0);
        compare(grpoLoss({}, drawnPair()).metrics.at("clip_ratio/high_mean").sum.item<double>(), 0.25);
        compare(grpoLoss({}, drawnPair()).metrics.at("clip_ratio/low_mean").sum.item<double>(), 0.25);
    }

    // e^d - d - 1 of the one token with d = 0.3, whose ratio is 1.
    void theDistanceIsAddedToEachToken() {
        const double k3 = std::exp(0.3) - 0.3 - 1; // 0.04985881
        compare(grpoOf({.beta = 0.5, .lossType = "dapo"}), 0.4 + 0.5 * k3);
        compare(grpoLoss({.beta = 0.5}, drawnPair()).metrics.at("kl").sum.item<double>(), k3 / 4);
    }

    // GSPO (arXiv:2507.18071): the second answer's ratio is the third root of 0.5 for each of its tokens, which is
    // 0.794 and clipped at 0.8.
    void wholeAnswersHaveOneRatio() {
        compare(grpoOf({.lossType = "grpo", .importanceSamplingLevel = "sequence"}), (-2.4 + 0.8) / 2);
    }

    // Whole answers: ratios 1.5 and 0.5 (arXiv:2402.14740).
    void rlooClipsWholeAnswers() { compare(rlooLoss({}, drawnPair()).lossSum.item<double>(), (-2.4 + 0.8) / 2); }

    // Rewards 1, 0, 0, 1: mean 0.5, unbiased deviation 0.57735.
    void answersAreComparedWithTheirPromptsOthers() {
        const DrawnRewards rewards{.reward_A = at::tensor({1.0F, 0.0F, 0.0F, 1.0F}), .perPrompt = 4};

        const Advantages grpo = grpoAdvantages({}, rewards);
        compare(grpo.advantage_A[0].item<double>(), 0.5 / (std::sqrt(1.0 / 3) + 1e-4)); // 0.86587543
        QCOMPARE(grpo.alikeShare, 0.0);
        compare(grpoAdvantages({.scaleRewards = "none"}, rewards).advantage_A[1].item<double>(), -0.5);
        compare(rlooAdvantages({.beta = 0}, rewards).advantage_A[0].item<double>(), 2.0 / 3);
    }

    void answersThatEarnAlikeAreWorthNothing() {
        const DrawnRewards rewards{.reward_A = at::tensor({1.0F, 1.0F, 0.0F, 1.0F}), .perPrompt = 2};

        const Advantages grpo = grpoAdvantages({}, rewards);

        compare(grpo.advantage_A[0].item<double>(), 0);
        compare(grpo.advantage_A[3].item<double>(), 0.5 / (std::sqrt(0.5) + 1e-4));
        QCOMPARE(grpo.alikeShare, 0.5);
    }

    // Rewards less beta times the distance: 1 - 0.2, 0 + 0.1.
    void rlooPaysForTheDistance() {
        const DrawnRewards rewards{
            .reward_A = at::tensor({1.0F, 0.0F}), .perPrompt = 2, .logRatio_A = at::tensor({2.0F, -1.0F})};
        compare(rlooAdvantages({.beta = 0.1}, rewards).advantage_A[0].item<double>(), 0.8 - 0.1);
    }

    void sigmoidIgnoresLabelSmoothing() { QCOMPARE(lossOf("sigmoid", 0.3), lossOf("sigmoid")); }

    void rewardsAreBetaTimesTheLogRatios() {
        const MetricSums metrics = dpoLoss({.beta = 0.1}, onePair()).metrics;

        compare(metrics.at("rewards/chosen").sum.item<double>(), 0.1);
        compare(metrics.at("rewards/rejected").sum.item<double>(), -0.05);
        compare(metrics.at("rewards/margins").sum.item<double>(), 0.15);
        compare(metrics.at("rewards/accuracies").sum.item<double>(), 1);
        compare(metrics.at("logps/rejected").sum.item<double>(), -15);
        compare(metrics.at("logits/chosen").sum.item<double>(), -2);
    }

    void equalPoliciesWinNothing() {
        BatchLogProbs pair = onePair();
        pair.reference_A = at::tensor({-12.0F, -15.0F});
        const Judgement loss = dpoLoss({}, pair);

        compare(loss.lossSum.item<double>(), std::log(2.0));
        QCOMPARE(loss.metrics.at("rewards/accuracies").sum.item<double>(), 0.0);
    }

    // arXiv:2402.01306, eq. 7, and trl/trainer/kto_trainer.py: two good answers with the log-ratios 1 and 3, a bad one
    // with -0.5; the answers of other rows move by 0.4, 0.3 and -0.1, 0.2 in the mean.
    void ktoMeasuresAgainstOtherRowsAnswers_data() {
        QTest::addColumn<double>("moved"); // of the first row's borrowed answer
        QTest::addColumn<double>("kl");
        QTest::newRow("away from the reference") << 0.4 << 0.2;
        QTest::newRow("never below it") << -4.0 << 0.0;
    }
    void ktoMeasuresAgainstOtherRowsAnswers() {
        QFETCH(double, moved);
        QFETCH(double, kl);
        const double beta = 0.1, good = 1.5, bad = 2;
        const BatchLogProbs batch = judgedRows(static_cast<float>(moved));
        const KtoObjective kto{.beta = beta, .desirableWeight = good, .undesirableWeight = bad};

        const Judgement loss = ktoLoss(kto, batch);

        const double goodLosses = 1 - sigma(beta * (1 - kl)) + 1 - sigma(beta * (3 - kl));
        compare(loss.lossSum.item<double>(), (good * goodLosses + bad * (1 - sigma(beta * (kl + 0.5)))) / 3);
        compare(loss.metrics.at("kl").sum.item<double>(), kl);
        compare(loss.metrics.at("rewards/chosen").sum.item<double>(), beta * 2);
        compare(loss.metrics.at("rewards/rejected").sum.item<double>(), beta * -0.5);
        compare(loss.metrics.at("rewards/margins").sum.item<double>(), beta * 2.5);
    }

    void apoZeroUnpairedNeedsNoOtherRows() {
        BatchLogProbs batch = judgedRows(0);
        batch.answers = targets({-1, -2}, {0, 1});
        batch.answerCount = batch.rowCount = 2;
        batch.reference_A = at::tensor({-2.0F, -1.5F}); // log-ratios 1 and -0.5
        batch.isDesirable = {true, false};

        const Judgement loss = ktoLoss({.beta = 0.1, .lossType = "apo_zero_unpaired"}, batch);

        compare(loss.lossSum.item<double>(), (1 - sigma(0.1) + sigma(-0.05)) / 2);
    }

    void aBatchOfOneKindHasNoFigureOfTheOther() {
        BatchLogProbs batch = judgedRows(0);
        batch.isDesirable = {true, true, true};

        const MetricSums metrics = ktoLoss({}, batch).metrics;

        QVERIFY(metrics.contains("rewards/chosen"));
        QVERIFY(!metrics.contains("rewards/rejected") && !metrics.contains("rewards/margins"));
    }

    // arXiv:2307.09288, eq. 2, and arXiv:2312.09244: scores 1.5 and 0.2.
    void rewardTellsTheBetterAnswer_data() {
        QTest::addColumn<double>("margin");
        QTest::addColumn<double>("centring");
        QTest::addColumn<double>("expected");
        QTest::newRow("Bradley-Terry") << 0.0 << 0.0 << -std::log(sigma(1.3));
        QTest::newRow("margin") << 0.3 << 0.0 << -std::log(sigma(1.0));
        QTest::newRow("around 0") << 0.0 << 0.01 << -std::log(sigma(1.3)) + 0.01 * 1.7 * 1.7;
    }
    void rewardTellsTheBetterAnswer() {
        QFETCH(double, margin);
        QFETCH(double, centring);
        QFETCH(double, expected);
        const BatchLogProbs pair{.answerCount = 2,
                                 .rowCount = 1,
                                 .score_A = at::tensor({1.5F, 0.2F}),
                                 .margin_R = at::full({1}, margin, at::kFloat)};

        const Judgement loss = rewardLoss({.centerRewardsCoefficient = centring}, pair);

        compare(loss.lossSum.item<double>(), expected);
        compare(loss.metrics.at("margin").sum.item<double>(), 1.3);
        compare(loss.metrics.at("accuracy").sum.item<double>(), 1);
        compare(loss.metrics.at("min_reward").sum.item<double>(), 0.2);
        compare(loss.metrics.at("mean_reward").sum.item<double>(), 0.85);
        compare(loss.metrics.at("max_reward").sum.item<double>(), 1.5);
    }

    // Means -0.5 and -1.2: log odds = 0.7 - (ln(1 - e^-0.5) - ln(1 - e^-1.2)).
    void orpoWeighsOddsBesideLikelihood() {
        const BatchLogProbs pair{.answers = targets({-0.25F, -0.75F, -1.2F}, {0, 0, 1}),
                                 .prompts = targets({-3, -5}, {0, 0}),
                                 .answerCount = 2,
                                 .rowCount = 1};
        const double logOdds = 0.7 - (std::log(1 - std::exp(-0.5)) - std::log(1 - std::exp(-1.2)));
        const double likelihood = (0.25 + 0.75 + 3 + 5) / 4; // prompt and chosen answer

        const Judgement loss = orpoLoss({.beta = 0.1}, pair);

        compare(loss.metrics.at("log_odds_chosen").sum.item<double>(), logOdds);
        compare(loss.metrics.at("log_odds_ratio").sum.item<double>(), std::log(sigma(logOdds)));
        compare(loss.metrics.at("nll_loss").sum.item<double>(), likelihood);
        compare(loss.lossSum.item<double>(), likelihood - 0.1 * std::log(sigma(logOdds)));
        compare(loss.metrics.at("rewards/chosen").sum.item<double>(), -0.05);
    }
};

FETTLE_TEST(LossesTest)
#include "losses_test.moc"
