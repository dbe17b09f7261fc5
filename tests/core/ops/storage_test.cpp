#include "core/base/error.h"
#include "core/ops/linears.h"
#include "core/ops/weight_generation.h"
#include "tests/support/test_main.h"

using namespace fettle::ops;

class StorageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTransposedWeightIsOneFace() {
        const at::Tensor weight_IO = at::arange(6, at::kFloat).view({2, 3});
        const LinearWeight weight = LinearWeight::transposed(weight_IO);

        QCOMPARE(weight.outFeatures(), 3);
        QCOMPARE(weight.inFeatures(), 2);
        QVERIFY(weight.weight().is_same(weight_IO));
        QVERIFY(at::equal(weight.dense(at::kFloat), weight_IO.t()));
    }

    void aWrittenTransposedWeightIsCastAgain() {
        const at::Tensor weight_IO = at::ones({2, 3});
        const LinearWeight weight = LinearWeight::transposed(weight_IO);
        (void)weight.dense(at::kBFloat16);

        writeWeight(weight_IO, at::full({2, 3}, 4.0));

        QVERIFY(at::equal(weight.dense(at::kBFloat16), at::full({3, 2}, 4.0, at::kBFloat16)));
    }

    // Many rows and few, forwards and backwards, in blocks of rows that do not divide the matrix.
    void wholeNumbersInBlocks() {
        at::manual_seed(1);
        const LinearWeight weight = LinearWeight(at::randn({1030, 600})).quantized({"int8"});
        const at::Tensor dense = weight.dense(at::kFloat), x = at::randn({20, 600}), dy = at::randn({20, 1030});

        const at::Tensor y = weight.storage().product(x, {}), dx = weight.storage().addBackProduct({}, dy);

        QVERIFY((y - at::mm(x, dense.t())).abs().max().item<double>() < 1e-3); // sums of 600 of order one
        QVERIFY((dx - at::mm(dy, dense)).abs().max().item<double>() < 1e-3);
        QCOMPARE(weight.storage().bytes(), 1030 * 600 + 4 * 1030);
    }

    void anUnknownWayToQuantiseIsRefused() {
        QVERIFY_THROWS_EXCEPTION(fettle::Error, (void)LinearWeight(at::ones({2, 2})).quantized({"int3"}));
    }
};

FETTLE_TEST(StorageTest)
#include "storage_test.moc"
