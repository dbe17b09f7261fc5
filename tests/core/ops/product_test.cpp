#include "core/ops/kernel_table.h"
#include "tests/support/test_main.h"

using namespace fettle::ops;

// Small ones run in ATen, large ones in whichever library is faster on this processor: the numbers are the same.
class ProductTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsTheSumsInFp64_data() {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("hasBias");
        for (const int size : {8, 512})
            for (const bool hasBias : {false, true})
                QTest::addRow("%d%s", size, hasBias ? " with a bias" : "") << size << hasBias;
    }
    void equalsTheSumsInFp64() {
        QFETCH(int, size);
        QFETCH(bool, hasBias);
        const at::NoGradGuard noGrad;
        at::manual_seed(1);
        const at::Tensor a = at::randn({size, size / 2}), weight = at::randn({size + 1, size / 2});
        const at::Tensor bias = hasBias ? at::randn({size + 1}) : at::Tensor();

        const at::Tensor c = cpuKernels().product(a, weight.t(), bias);

        at::Tensor expected = a.to(at::kDouble).matmul(weight.t().to(at::kDouble));
        if (hasBias) expected += bias;
        QCOMPARE(c.scalar_type(), at::kFloat);
        QVERIFY(((c - expected).abs().max() / expected.abs().max()).item<double>() < 2e-6);
    }
};

FETTLE_TEST(ProductTest)
#include "product_test.moc"
