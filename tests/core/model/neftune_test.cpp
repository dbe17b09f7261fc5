#include "core/model/blocks/neftune.h"

#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

#include <cmath>

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr ops::DropoutKey kKey{.seed = 1, .step = 2, .microBatch = 3};

at::Tensor hiddenOf(double alpha, const ops::DropoutKey& key) {
    static const auto model = tinyModel();
    const Batch batch = makeBatch({{1, 17, 4}}, at::kCPU);
    return model->hidden(
        {.batch = batch, .adapters = {}, .training = true, .dropout = key, .neftuneNoiseAlpha = alpha});
}

} // namespace

class NeftuneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // U(-m, m) has the variance m^2 / 3; sequences of 4 and 16 tokens, alpha 5, width 1000.
    void longSequencesGetLessNoise() {
        const Batch batch = makeBatch({std::vector<std::int32_t>(4, 7), std::vector<std::int32_t>(16, 7)}, at::kCPU);

        const at::Tensor noise_ND = neftuneNoise(batch, 1000, 5, kKey);

        const double shortMost = 5 / std::sqrt(4 * 1000.0), longMost = 5 / std::sqrt(16 * 1000.0);
        const at::Tensor first = noise_ND.slice(0, 0, 4), second = noise_ND.slice(0, 4);
        QVERIFY(first.abs().max().item<double>() <= shortMost && second.abs().max().item<double>() <= longMost);
        QVERIFY(std::abs(first.square().mean().item<double>() / (shortMost * shortMost / 3) - 1) < 0.05);
        QVERIFY(std::abs(second.square().mean().item<double>() / (longMost * longMost / 3) - 1) < 0.05);
        QVERIFY(std::abs(noise_ND.mean().item<double>()) < 0.002);
    }

    void theKeyDecidesTheNoise() {
        QVERIFY(at::equal(hiddenOf(5, kKey), hiddenOf(5, kKey)));
        QVERIFY(!at::equal(hiddenOf(5, kKey), hiddenOf(5, {.seed = 1, .step = 3, .microBatch = 3})));
        QVERIFY(!at::equal(hiddenOf(5, kKey), hiddenOf(0, kKey)));
    }
};

FETTLE_TEST(NeftuneTest)
#include "neftune_test.moc"
