#include "core/model/blocks/residual_dropout.h"

#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

#include <cmath>

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr ops::DropoutKey kMaskKey{.seed = 1, .step = 2, .microBatch = 3};
using Place = ResidualDropout::Place;

struct Passed {
    at::Tensor hidden_ND, gradient_VD;
};

// Hidden states, and the gradient of their squares with respect to the embedding.
Passed passOf(double p, bool checkpointing, const ops::DropoutKey& key = kMaskKey) {
    const auto model = tinyModel(tinyArchitecture(), {.trainable = true});
    const Batch batch = makeBatch({{1, 17, 4}, {5, 6}}, at::kCPU);
    const at::Tensor hidden_ND = model->hidden({.batch = batch,
                                                .adapters = {},
                                                .training = true,
                                                .checkpointing = checkpointing,
                                                .dropout = key,
                                                .modelDropout = p});
    hidden_ND.square().sum().backward();
    return {hidden_ND.detach(), model->parameters().begin()->second.grad()};
}

} // namespace

class ResidualDropoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keptValuesAreScaledAndPlacesDiffer() {
        const ResidualDropout dropout(0.25, kMaskKey);
        const at::Tensor ones = at::ones({100, 100});

        const at::Tensor attention = dropout.apply(ones, Place::Attention, 0);

        const at::Tensor kept = attention.ne(0);
        QVERIFY(at::allclose(attention.masked_select(kept), at::full({kept.sum().item<std::int64_t>()}, 1 / 0.75)));
        QVERIFY(std::abs(kept.to(at::kFloat).mean().item<double>() - 0.75) < 0.02);
        for (const at::Tensor& other : {dropout.apply(ones, Place::Embedding), dropout.apply(ones, Place::Mlp, 0),
                                        dropout.apply(ones, Place::Attention, 1)})
            QVERIFY(!at::equal(attention, other));
        QVERIFY(ResidualDropout(0, kMaskKey).apply(ones, Place::Mlp, 0).is_same(ones));
    }

    void whatWasDroppedGetsNoGradient() {
        const at::Tensor x = at::rand({20, 30}).requires_grad_();

        const at::Tensor y = ResidualDropout(0.5, kMaskKey).apply(x, Place::Mlp, 3);
        y.sum().backward();

        QVERIFY(at::allclose(x.grad() * x.detach(), y.detach()));
    }

    void theKeyDecidesAndARecomputedLayerDrawsTheSame() {
        const Passed kept = passOf(0.3, false), recomputed = passOf(0.3, true);

        QVERIFY(at::allclose(kept.hidden_ND, recomputed.hidden_ND, 1e-5, 1e-5)); // other kernels without gradients
        const double gap = (kept.gradient_VD - recomputed.gradient_VD).abs().max().item<double>();
        const double largest = kept.gradient_VD.abs().max().item<double>();
        QVERIFY2(gap < 1e-4 * largest, qPrintable(QString("%1 of %2").arg(gap).arg(largest)));
        QVERIFY(!at::equal(kept.hidden_ND, passOf(0, false).hidden_ND));
        QVERIFY(!at::equal(kept.hidden_ND, passOf(0.3, false, {.seed = 1, .step = 3, .microBatch = 3}).hidden_ND));
    }
};

FETTLE_TEST(ResidualDropoutTest)
#include "residual_dropout_test.moc"
