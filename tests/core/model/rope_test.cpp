#include "core/model/blocks/rope.h"

#include "tests/support/compare.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <numbers>

using namespace fettle;

namespace {

// Heads of 8: pairs 0 to 3 with the inverse frequencies 1, 1/10, 1/100, 1/1000.
Rope rope(const RopeScaling& scaling = {}) {
    return {.theta = 10000, .dims = 8, .maxPositions = 2048, .scaling = scaling};
}

at::Tensor frequencies(const RopeScaling& scaling, std::int64_t longest = 1) {
    return ropeFrequencies(rope(scaling), longest).inverse_d;
}

// Relative, since the slow pairs are small.
at::Tensor ratio(const at::Tensor& actual, std::vector<double> expected) {
    return actual.to(at::kDouble) / at::tensor(expected, at::kDouble);
}

} // namespace

class RopeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPairTurnsSlowerByTheSameFactor() {
        COMPARE_CLOSE(ratio(frequencies({}), {1, 0.1, 0.01, 0.001}), at::ones(4), 2e-7);
    }

    void linearStretchesEveryPair() {
        COMPARE_CLOSE(ratio(frequencies({.kind = "linear", .factor = 4}), {0.25, 0.025, 0.0025, 0.00025}), at::ones(4),
                      2e-7);
    }

    void dynamicIsPlainWithinTheContext() {
        QVERIFY(at::equal(frequencies({.kind = "dynamic", .factor = 2}, 2048), frequencies({})));
    }

    void dynamicRaisesThetaBeyondTheContext() {
        // Twice the context at factor 2: theta (2 * 2 - 1)^(8/6).
        const double theta = 10000 * std::pow(3.0, 8.0 / 6);

        const at::Tensor actual = frequencies({.kind = "dynamic", .factor = 2}, 4096);

        COMPARE_CLOSE(ratio(actual, {1, std::pow(theta, -0.25), std::pow(theta, -0.5), std::pow(theta, -0.75)}),
                      at::ones(4), 5e-7);
    }

    void llama3KeepsFastPairsAndStretchesSlowOnes() {
        // O = 1000. Turns over it, O f / 2 pi: 159, 15.9, 1.59, 0.159. Below 1: stretched; above 4: kept; 1.59 between:
        // s = (1.5915 - 1) / 3, f ((1 - s) / 8 + s).
        const RopeScaling scaling{
            .kind = "llama3", .factor = 8, .lowFreqFactor = 1, .highFreqFactor = 4, .originalMaxPositions = 1000};
        const double s = (1000 * 0.01 / (2 * std::numbers::pi) - 1) / 3;

        COMPARE_CLOSE(ratio(frequencies(scaling), {1, 0.1, 0.01 * ((1 - s) / 8 + s), 0.001 / 8}), at::ones(4), 1e-6);
    }

    void yarnMixesBetweenTheTwoPairs() {
        // O = 1000: c(32) = 8 ln(1000 / (64 pi)) / (2 ln 10000) = 0.697, floor 0; c(1) = 2.202, ceil 3. Ramp i/3.
        const RopeScaling scaling{.kind = "yarn", .factor = 4, .originalMaxPositions = 1000};
        const auto mixed = [](double f, double ramp) { return f * (1 - ramp) + f / 4 * ramp; };

        const RopeFrequencies actual = ropeFrequencies(rope(scaling), 1);

        COMPARE_CLOSE(ratio(actual.inverse_d, {1, mixed(0.1, 1.0 / 3), mixed(0.01, 2.0 / 3), 0.001 / 4}), at::ones(4),
                      5e-7);
        QCOMPARE(actual.attentionFactor, 0.1 * std::log(4.0) + 1);
    }

    void yarnTakesAnExplicitAttentionFactor() {
        const RopeScaling scaling{.kind = "yarn", .factor = 4, .attentionFactor = 1.5, .originalMaxPositions = 1000};

        QCOMPARE(ropeFrequencies(rope(scaling), 1).attentionFactor, 1.5);
    }

    void yarnTakesTheQuotientOfTwoScales() {
        // (0.1 * 0.7 ln 4 + 1) / (0.1 * 0.5 ln 4 + 1)
        const RopeScaling scaling{
            .kind = "yarn", .factor = 4, .mscale = 0.7, .mscaleAllDim = 0.5, .originalMaxPositions = 1000};

        QCOMPARE(ropeFrequencies(rope(scaling), 1).attentionFactor,
                 (0.07 * std::log(4.0) + 1) / (0.05 * std::log(4.0) + 1));
    }

    void anglesAreCosAndSinOfPositionTimesFrequency() {
        const RopeScaling scaling{.kind = "yarn", .factor = 1, .attentionFactor = 2};
        const at::Tensor positions = at::tensor({0, 5}, at::kLong);

        const RopeAngles angles = ropeAngles(rope(scaling), positions, 6);

        QCOMPARE(angles.cos_Nd.sizes(), (at::IntArrayRef{2, 4}));
        COMPARE_CLOSE(angles.cos_Nd[0], at::full(4, 2), 0);
        COMPARE_CLOSE(angles.sin_Nd[0], at::zeros(4), 0);
        const at::Tensor turned = at::tensor({5.0, 0.5, 0.05, 0.005}, at::kDouble);
        COMPARE_CLOSE(angles.cos_Nd[1], 2 * turned.cos(), 1e-6);
        COMPARE_CLOSE(angles.sin_Nd[1], 2 * turned.sin(), 1e-6);
    }
};

FETTLE_TEST(RopeTest)
#include "rope_test.moc"
