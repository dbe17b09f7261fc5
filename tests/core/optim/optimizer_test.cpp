#include "core/ops/linears.h"
#include "core/ops/weight_generation.h"
#include "core/optim/optimizer.h"
#include "core/optim/parameter_groups.h"
#include "tests/support/test_main.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>

#include <cmath>

using namespace fettle;

namespace {

void stepWith(Optimizer& optimizer, at::Tensor& parameter, double gradient, double learningRate) {
    parameter.mutable_grad() = at::full_like(parameter, gradient);
    optimizer.step(learningRate);
}

std::vector<OptimizerKind> everyKind() {
    std::vector<OptimizerKind> kinds;
    kinds.emplace_back(AdamWConfig{});
    kinds.emplace_back(AdamW8bitConfig{});
    kinds.emplace_back(AdafactorConfig{});
    kinds.emplace_back(LionConfig{});
    kinds.emplace_back(Lion8bitConfig{});
    kinds.emplace_back(SgdConfig{});
    kinds.emplace_back(MuonConfig{});
    return kinds;
}

at::Tensor leaf(double value) {
    return at::full({1}, value, at::kFloat).requires_grad_(true);
}

} // namespace

class OptimizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // p = 1, lr 0.1, decay 0.01, gradients 0.5 then 0.25 (torch/optim/adamw.py). Step 1: 1 x 0.999 - 0.1 x 1.
    // Step 2: m = 0.07 / 0.19, v = 0.00031225 / 0.001999, so 0.899 x 0.999 - 0.1 x 0.3684211 / 0.3952254.
    void adamwFollowsTorch() {
        at::Tensor weight = leaf(1);
        const auto optimizer = makeOptimizer({.kind = AdamWConfig{}, .weightDecay = 0.01}, {{"w.weight", weight}});

        stepWith(*optimizer, weight, 0.5, 0.1);
        QVERIFY(std::abs(weight.item<double>() - 0.8990000020) < 1e-7);
        stepWith(*optimizer, weight, 0.25, 0.1);
        QVERIFY(std::abs(weight.item<double>() - 0.8048830405) < 1e-7);
    }

    // One step of AdamW from 1 without decay moves by the learning rate: 0.1, and four times that.
    void groupsHaveLearningRatesOfTheirOwn() {
        at::Tensor a = leaf(1), b = leaf(1);
        const LoraConfig loraPlus{.loraplusLrRatio = 4};
        const NamedTensors parameters = {{"q.lora_A.weight", a.view({1, 1}).detach()}, {"q.lora_B.weight", b}};
        const auto groups = parameterGroups(loraPlus, parameters);
        const auto optimizer = makeOptimizer({.kind = AdamWConfig{}}, groups);
        for (const auto& [name, parameter] : parameters)
            parameter.mutable_grad() = at::ones_like(parameter);

        optimizer->step(0.1);

        QVERIFY(std::abs(parameters[0].second.item<double>() - 0.9) < 1e-6);
        QVERIFY(std::abs(b.item<double>() - 0.6) < 1e-6);
        QCOMPARE(optimizer->state().size(), std::size_t{4});
        QCOMPARE(parameterGroups(LoraConfig{}, parameters).size(), std::size_t{1});
    }

    // A cast made before the step would be a copy of the old weight.
    void afterAStepEveryTypeOfProductUsesTheNewWeight_data() {
        QTest::addColumn<int>("type");
        for (const at::ScalarType type : {at::kFloat, at::kBFloat16, at::kHalf})
            QTest::newRow(c10::toString(type)) << static_cast<int>(type);
    }
    void afterAStepEveryTypeOfProductUsesTheNewWeight() {
        QFETCH(int, type);
        const auto compute = static_cast<at::ScalarType>(type);
        for (const OptimizerKind& kind : everyKind()) {
            at::Tensor matrix = at::linspace(-1, 1, 12, at::kFloat).view({3, 4}).requires_grad_(true);
            const ops::LinearWeight weight(matrix);
            const auto optimizer = makeOptimizer({.kind = kind}, {{"w.weight", matrix}});
            const at::Tensor before = weight.dense(compute).clone();

            stepWith(*optimizer, matrix, 0.5, 0.1);

            QVERIFY(!at::equal(before, weight.dense(compute)));
            QVERIFY(at::equal(weight.dense(compute), matrix.detach().to(compute)));
        }
    }

    void afterAStepALowRankPairIsTheNewOne() {
        at::Tensor A = at::ones({1, 2}).requires_grad_(true), B = at::ones({2, 1}).requires_grad_(true);
        const ops::LinearWeight base(at::zeros({2, 2}));
        const at::Tensor x = at::ones({8, 2});
        const auto product = [&](at::ScalarType compute) {
            return ops::linears(x, {{.weight = base, .branches = {{.A = A, .B = B}}}}, {.compute = compute})[0]
                .detach()
                .to(at::kFloat);
        };
        for (const at::ScalarType compute : {at::kFloat, at::kBFloat16, at::kHalf}) {
            const auto optimizer = makeOptimizer({.kind = AdamWConfig{}}, {{"A", A}, {"B", B}});
            ops::writeWeight(A, at::ones_like(A));
            ops::writeWeight(B, at::ones_like(B));
            QVERIFY(at::equal(product(compute), at::full({8, 2}, 2.0)));
            A.mutable_grad() = B.mutable_grad() = at::ones({1, 1}).expand_as(A).clone();
            B.mutable_grad() = at::ones_like(B);

            optimizer->step(0.5); // the first step of AdamW moves each by the learning rate: 0.5 * 2 * 0.5

            QVERIFY((product(compute) - 0.5).abs().max().item<double>() < 1e-2);
        }
    }

    // The same numbers in bitsandbytes' order, decay after the update (32-bit states of a small tensor).
    void adamw8bitDecaysAfterTheUpdate() {
        at::Tensor weight = leaf(1);
        const auto optimizer = makeOptimizer({.kind = AdamW8bitConfig{}, .weightDecay = 0.01}, {{"w.weight", weight}});

        stepWith(*optimizer, weight, 0.5, 0.1);
        QVERIFY(std::abs(weight.item<double>() - 0.8991000020) < 1e-7);
        stepWith(*optimizer, weight, 0.25, 0.1);
        QVERIFY(std::abs(weight.item<double>() - 0.8050761584) < 1e-7);
    }

    // lr 0.1, ones, gradient [[1, 2], [3, 4]]: row means 2.5 and 12.5, column means 5 and 10.
    void adafactorsFirstStep() {
        at::Tensor weight = at::ones({2, 2}).requires_grad_(true);
        weight.mutable_grad() = at::tensor({1.0, 2.0, 3.0, 4.0}, at::kFloat).view({2, 2});

        makeOptimizer({.kind = AdafactorConfig{}}, {{"w", weight}})->step(0.1);

        const at::Tensor expected =
            at::tensor({0.92254033, 0.89045549, 0.89607695, 0.90202041}, at::kFloat).view({2, 2});
        QVERIFY((weight - expected).abs().max().item<double>() < 1e-6);
    }

    void normsAndBiasesAreNotDecayed() {
        QVERIFY(isDecayed("model.layers.0.self_attn.q_proj.weight"));
        QVERIFY(isDecayed("model.embed_tokens.weight"));
        QVERIFY(isDecayed("base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight"));
        QVERIFY(!isDecayed("model.layers.0.self_attn.q_proj.bias"));
        QVERIFY(!isDecayed("model.layers.0.input_layernorm.weight"));
        QVERIFY(!isDecayed("model.norm.weight"));
        QVERIFY(!isDecayed("model.layers.0.self_attn.q_norm.weight"));
    }

    void restoredStateContinuesBitwise() {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("optimizer.safetensors").toStdString();
        at::Tensor first = leaf(1);
        const auto original = makeOptimizer({.kind = AdamWConfig{}}, {{"w", first}});
        stepWith(*original, first, 0.5, 0.1);
        writeSafetensors(file, original->state());
        at::Tensor second = first.detach().clone().requires_grad_(true);
        const auto resumed = makeOptimizer({.kind = AdamWConfig{}}, {{"w", second}});
        resumed->restore(TensorSource::openFile(file), original->steps());

        stepWith(*original, first, 0.25, 0.1);
        stepWith(*resumed, second, 0.25, 0.1);

        QVERIFY(at::equal(first, second));
    }

    void aParameterWithoutGradientIsLeftAlone() {
        at::Tensor weight = leaf(3);
        makeOptimizer({.kind = AdamWConfig{}, .weightDecay = 0.5}, {{"w", weight}})->step(0.1);
        QCOMPARE(weight.item<double>(), 3.0);
    }
};

FETTLE_TEST(OptimizerTest)
#include "optimizer_test.moc"
