#include "core/train/train_step.h"

#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

#include <cmath>

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr double kLearningRate = 1e-2;

// A tiny model, whole, that a step trains on one row.
class Training {
public:
    [[nodiscard]] std::optional<StepResult> step(LossScale* scale = nullptr, const Judge& judge = {}) {
        Objective objective = makeObjective(SftObjective{});
        if (judge) objective.judge = judge;
        const MicroBatch batch{.rows = m_rows, .pieces = {{.row = 0, .end = 5}}};
        TrainStep train({.model = *m_model,
                         .adapters = m_none,
                         .parameters = m_parameters,
                         .objective = objective,
                         .optimizer = *m_optimizer,
                         .processes = *m_processes,
                         .lossScale = scale},
                        {.maxGradNorm = 1});
        return train.take(0, {batch, batch}, kLearningRate);
    }
    [[nodiscard]] std::vector<at::Tensor> weights() const {
        std::vector<at::Tensor> copies;
        for (const auto& [name, parameter] : m_parameters)
            copies.push_back(parameter.detach().clone());
        return copies;
    }
    [[nodiscard]] std::int64_t updates() const { return m_optimizer->steps(); }

private:
    std::unique_ptr<CausalLM> m_model = tinyModel(tinyArchitecture(), {.trainable = true});
    NamedTensors m_parameters = m_model->parameters();
    AdapterSet m_none;
    std::unique_ptr<Optimizer> m_optimizer = makeOptimizer({}, m_parameters);
    std::unique_ptr<ProcessGroup> m_processes = alone();
    std::vector<TokenizedExample> m_rows = {withOneAnswer({1, 17, 4, 9, 2}, {1, 1, 1, 1, 1})};
};

bool areEqual(const std::vector<at::Tensor>& a, const std::vector<at::Tensor>& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!at::equal(a[i], b[i])) return false;
    return a.size() == b.size();
}

// The usual judge with its loss times a factor.
Judge times(double factor) {
    return [factor](const BatchLogProbs& batch) {
        Judgement judgement = makeObjective(SftObjective{}).judge(batch);
        judgement.lossSum = judgement.lossSum * factor;
        return judgement;
    };
}

} // namespace

class TrainStepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLossThatIsNoNumberReachesNoWeight() {
        Training training;
        const auto before = training.weights();

        try {
            (void)training.step(nullptr, times(std::nan("")));
            QFAIL("went on");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::NonFinite);
        }

        QVERIFY(areEqual(training.weights(), before));
        QCOMPARE(training.updates(), 0);
    }

    // A power of two leaves every bit but the exponent.
    void aLossScaleChangesNothing() {
        Training plain, scaled;
        LossScale scale;

        const auto expected = plain.step(), result = scaled.step(&scale);

        QCOMPARE(result->loss, expected->loss);
        QCOMPARE(result->gradientNorm, expected->gradientNorm);
        QVERIFY(areEqual(scaled.weights(), plain.weights()));
        QCOMPARE(scale, (LossScale{.goodSteps = 1}));
    }

    void gradientsThatOverflowCostAStepAndHalveTheScale() {
        Training training, plain;
        LossScale scale{.scale = 0x1p127, .goodSteps = 7};
        const auto before = training.weights();

        const auto skipped = training.step(&scale, times(0x1p20));

        QVERIFY(skipped->isSkipped && std::isfinite(skipped->loss));
        QVERIFY(areEqual(training.weights(), before));
        QCOMPARE(training.updates(), 0);
        QCOMPARE(scale, (LossScale{.scale = 0x1p126, .goodSteps = 0, .skipped = 1}));

        scale.scale = 1024;
        QVERIFY(!training.step(&scale)->isSkipped);
        (void)plain.step();
        QVERIFY(areEqual(training.weights(), plain.weights()));
    }

    void gradientsThatOverflowAtAnyScaleEndTheRun() {
        Training training;
        LossScale scale{.scale = 1};

        QVERIFY_THROWS_EXCEPTION(Error, (void)training.step(&scale, times(0x1p127)));
    }

    // torch/amp/grad_scaler.py: growth_interval 2000, growth_factor 2.
    void goodStepsInARowDoubleTheScale() {
        LossScale scale;
        for (int step = 0; step < 2000; ++step)
            QVERIFY(scale.note(true));
        QCOMPARE(scale, (LossScale{.scale = 131072}));
        QCOMPARE(parseLossScale(toJson(scale)), scale);
    }
};

FETTLE_TEST(TrainStepTest)
#include "train_step_test.moc"
