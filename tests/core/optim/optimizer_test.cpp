#include "core/optim/optimizer.h"
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

at::Tensor leaf(double value) {
    return at::full({1}, value, at::kFloat).requires_grad_(true);
}

} // namespace

class OptimizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // p = 1, lr 0.1, decay 0.01, gradients 0.5 then 0.25: algorithms.md 6.3.
    void adamwFollowsTorch() {
        at::Tensor weight = leaf(1);
        const auto optimizer = makeOptimizer({.kind = AdamWConfig{}, .weightDecay = 0.01}, {{"w.weight", weight}});

        stepWith(*optimizer, weight, 0.5, 0.1);
        QVERIFY(std::abs(weight.item<double>() - 0.8990000020) < 1e-7);
        stepWith(*optimizer, weight, 0.25, 0.1);
        QVERIFY(std::abs(weight.item<double>() - 0.8048830405) < 1e-7);
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
