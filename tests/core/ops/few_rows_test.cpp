#include "core/ops/attention.h"
#include "core/ops/cpu/few_rows.h"
#include "core/ops/reference/reference.h"
#include "tests/support/test_main.h"

#include <ATen/ATen.h>

using namespace fettle::ops;

namespace {

at::Tensor drawn(at::IntArrayRef shape, std::uint64_t seed) {
    at::manual_seed(seed);
    return at::randn(shape);
}

// Largest difference beside the largest value.
double gap(const at::Tensor& got, const at::Tensor& expected) {
    const at::Tensor wide = expected.to(at::kDouble);
    return ((got.to(at::kDouble) - wide).abs().max() / wide.abs().max()).item<double>();
}

double toleranceOf(at::ScalarType type) {
    return type == at::kFloat ? 2e-6 : 4e-3; // bf16 rounds the result once, at 2^-9
}

} // namespace

// The loops of decoding against the same oracles as the products and tiles of training.
class FewRowsTest : public QObject {
    Q_OBJECT

    static void eachType() {
        QTest::addColumn<int>("type");
        QTest::newRow("float32") << static_cast<int>(at::kFloat);
        QTest::newRow("bfloat16") << static_cast<int>(at::kBFloat16);
    }

private Q_SLOTS:
    void productsWithABranch_data() { eachType(); }
    void productsWithABranch() {
        QFETCH(int, type);
        const auto compute = static_cast<at::ScalarType>(type);
        const at::NoGradGuard noGrad;
        const at::Tensor x = drawn({3, 50}, 1).to(compute), weight = drawn({37, 50}, 2).to(compute);
        const at::Tensor A = drawn({5, 50}, 3), B = drawn({37, 5}, 4), strength = drawn({3}, 5);
        const std::vector<LinearTerm> terms = {
            {.weight = LinearWeight(weight), .branches = {{.A = A, .B = B, .scale = 0.5, .strength = strength}}}};
        QVERIFY(!cpu::fewRows(x, terms, {.compute = compute}).empty());

        const at::Tensor y = linears(x, terms, {.compute = compute}).front();

        const at::Tensor expected = reference::linear({.x_ND = x.to(at::kDouble),
                                                       .weight = weight.to(at::kDouble),
                                                       .A = A.to(at::kDouble),
                                                       .B = B.to(at::kDouble),
                                                       .strength_N = strength.to(at::kDouble),
                                                       .scale = 0.5});
        QVERIFY2(gap(y, expected) < toleranceOf(compute), qPrintable(QString::number(gap(y, expected))));
    }

    void termsOfDifferentSizesShareTheThreads() {
        const at::NoGradGuard noGrad;
        const at::Tensor x = drawn({2, 600}, 1);
        std::vector<LinearTerm> terms;
        for (const std::int64_t size : {40, 9, 70}) // 27 rows are one thread's least: no share ends where a term ends
            terms.push_back({.weight = LinearWeight(drawn({size, 600}, 2), drawn({size}, 3))});

        const std::vector<at::Tensor> y = linears(x, terms, {});

        for (std::size_t i = 0; i < terms.size(); ++i) {
            const LinearWeight& weight = terms[i].weight;
            const at::Tensor expected = x.to(at::kDouble).matmul(weight.weight().to(at::kDouble).t()) + weight.bias();
            QVERIFY2(gap(y[i], expected) < 2e-6, qPrintable(QString::number(gap(y[i], expected))));
        }
    }

    void wholeNumbersWithAFactorARow() {
        const at::NoGradGuard noGrad;
        const at::Tensor x = drawn({2, 64}, 1), weight = drawn({9, 64}, 2), bias = drawn({9}, 3);
        const LinearWeight narrow = LinearWeight(weight, bias).quantized({"int8"});
        // Half a step of 1/127 of a row's largest magnitude at the most.
        const at::Tensor largest = weight.abs().amax(1, true);
        QVERIFY(((narrow.dense(at::kFloat) - weight).abs() <= largest / 254 * 1.001).all().item<bool>());

        const at::Tensor y = linears(x, {{.weight = narrow}}, {}).front();

        QVERIFY(gap(y, at::addmm(bias, x, narrow.dense(at::kFloat).t())) < 2e-6);
    }

    void aTransposedMatrix_data() { eachType(); }
    void aTransposedMatrix() {
        QFETCH(int, type);
        const auto compute = static_cast<at::ScalarType>(type);
        const at::NoGradGuard noGrad;
        const at::Tensor x = drawn({3, 50}, 1).to(compute), weight = drawn({50, 700}, 2).to(compute);
        const at::Tensor bias = drawn({700}, 3);
        const std::vector<LinearTerm> terms = {{.weight = LinearWeight::transposed(weight, bias)}};
        QVERIFY(!cpu::fewRows(x, terms, {.compute = compute}).empty());

        const at::Tensor y = linears(x, terms, {.compute = compute}).front();

        const at::Tensor expected = x.to(at::kDouble).matmul(weight.to(at::kDouble)) + bias;
        QVERIFY2(gap(y, expected) < toleranceOf(compute), qPrintable(QString::number(gap(y, expected))));
    }

    void queriesOverSpansAndAWindow_data() { eachType(); }
    void queriesOverSpansAndAWindow() {
        QFETCH(int, type);
        const auto compute = static_cast<at::ScalarType>(type);
        const at::NoGradGuard noGrad;
        const at::Tensor q = drawn({4, 6, 16}, 1).to(compute), k = drawn({40, 2, 16}, 2).to(compute),
                         v = drawn({40, 2, 16}, 3).to(compute);
        // Two streams; the second sees a shared prompt besides its own rows; row 3 belongs to nobody.
        const std::vector<Segment> segments = {{0, 2, 18, {{0, 20, 0}}}, {2, 3, 12, {{0, 7, 0}, {25, 31, 7}}}};
        for (const AttentionOptions& options :
             {AttentionOptions{.scale = 0.25}, AttentionOptions{.scale = 0.25, .window = 5},
              AttentionOptions{.scale = 0.4, .window = 5, .softCap = 1.5}}) {
            QVERIFY(cpu::fewQueries(q, k, v, segments, options).defined());

            const at::Tensor y = attention(q, k, v, Segments(segments), options);

            const at::Tensor expected =
                reference::attention(q.to(at::kDouble), k.to(at::kDouble), v.to(at::kDouble), segments, options);
            QVERIFY2(gap(y, expected) < toleranceOf(compute), qPrintable(QString::number(gap(y, expected))));
        }
    }
};

FETTLE_TEST(FewRowsTest)
#include "few_rows_test.moc"
