#include "core/ops/adamw.h"
#include "core/ops/linear_weight.h"
#include "core/ops/weight_generation.h"
#include "tests/support/test_main.h"

using namespace fettle::ops;

class WeightGenerationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Raw and fused kernels leave autograd's version as it is: the reason why the writer has to speak.
    void theFusedKernelRaisesNoVersion() {
        const at::Tensor weight = at::ones({4}), gradient = at::ones({4});
        const auto before = weight._version();

        adamwStep({weight}, {gradient}, {at::zeros({4})}, {at::zeros({4})}, 1, {});

        QCOMPARE(weight._version(), before);
        QVERIFY(!at::equal(weight, at::ones({4})));
    }

    void aWrittenWeightIsCastAgain() {
        const at::Tensor weight = at::ones({2, 2});
        const LinearWeight linear(weight), tied(weight);
        (void)linear.dense(at::kBFloat16);
        (void)tied.dense(at::kBFloat16);

        writeWeight(weight, at::full({2, 2}, 3.0));

        for (const LinearWeight& one : {linear, tied})
            QVERIFY(at::equal(one.dense(at::kBFloat16), at::full({2, 2}, 3.0, at::kBFloat16)));
    }

    void anUnwrittenWeightIsCastOnce() {
        const LinearWeight linear(at::ones({2, 2}));

        QVERIFY(linear.dense(at::kBFloat16).is_same(linear.dense(at::kBFloat16)));
    }

    void eachTypeIsItsOwnCast() {
        const LinearWeight linear(at::ones({2, 2}));

        QVERIFY(linear.dense(at::kBFloat16).scalar_type() == at::kBFloat16);
        QVERIFY(linear.dense(at::kHalf).scalar_type() == at::kHalf);
    }
};

FETTLE_TEST(WeightGenerationTest)
#include "weight_generation_test.moc"
