// stories260K (5 layers, 64 wide, trained) against a float64 forward pass of the same weights.
#include "core/adapter/merge.h"
#include "core/ops/token_log_prob.h"
#include "tests/support/compare.h"
#include "tests/support/stories.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

namespace {

std::unique_ptr<CausalLM> stories(at::ScalarType dtype = at::kFloat) {
    return loadModel(readArchitecture(kStories), TensorSource::openFolder(kStories), {.dtype = dtype});
}

} // namespace

class StoriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kStories)) QSKIP("the fixture models/stories260K is missing");
        m_expected = readJson(kStories / "expected.json");
        m_ids = m_expected["ids_with_bos"].get<std::vector<std::int32_t>>();
    }

    void lastLogitsAreTheReferences() {
        const auto expected = m_expected["logits_last_position"].get<std::vector<double>>();

        const at::Tensor actual = logitsOf(*stories(), {m_ids});

        COMPARE_CLOSE(actual[-1], at::tensor(expected, at::kDouble), 2e-5);
    }

    void likeliestTokensAreTheReferences() {
        const auto expected = m_expected["argmax_per_position"].get<std::vector<std::int64_t>>();

        const at::Tensor actual = logitsOf(*stories(), {m_ids}).argmax(-1);

        QVERIFY(at::equal(actual, at::tensor(expected, at::kLong)));
    }

    void meanLossIsTheReferences() {
        const auto model = stories();
        const auto last = std::ssize(m_ids) - 1;
        const Batch batch = makeBatch({m_ids}, at::kCPU);
        const ops::TargetTokens next{at::arange(last), batch.tokens_N.slice(0, 1)};

        const at::Tensor hidden_ND = model->hidden({.batch = batch, .adapters = {}});
        const auto result = ops::tokenLogProb(hidden_ND, model->head(), next, at::kFloat);

        COMPARE_CLOSE(-result.logProb_T.mean(), at::scalar_tensor(m_expected["mean_nll"].get<double>(), at::kDouble),
                      2e-5);
    }

    void bfloat16StaysClose() {
        const auto model = stories(at::kBFloat16);
        const Batch batch = makeBatch({m_ids}, at::kCPU);
        const auto expected = m_expected["logits_last_position"].get<std::vector<double>>();

        const at::Tensor hidden_ND = model->hidden({.batch = batch, .adapters = {}, .compute = at::kBFloat16});

        // 8 bits of mantissa through 5 layers; the logits span 20.
        QCOMPARE(hidden_ND.scalar_type(), at::kBFloat16);
        COMPARE_CLOSE(logits(*model, hidden_ND, at::kBFloat16)[-1], at::tensor(expected, at::kDouble), 0.3);
    }

    void anAdapterAttachedEqualsItMerged() {
        const auto model = stories();
        const Adapter adapter = tinyAdapter(*model, {.r = 8, .loraAlpha = 4});

        const MergedModel merged = merge(*model, {{&adapter, 0.5}}, at::kFloat);
        const at::Tensor attached = logitsOf(*model, {m_ids}, used(adapter, {0.5}));

        QTemporaryDir folder;
        writeModelTensors(folder.path().toStdString(), merged.tensors, 1 << 30);
        const auto again = loadModel(merged.architecture, TensorSource::openFolder(folder.path().toStdString()), {});
        COMPARE_CLOSE(logitsOf(*again, {m_ids}), attached, 1e-5 * attached.abs().max().item<double>());
        QVERIFY(largestGap(attached, logitsOf(*model, {m_ids})) > 0.1);
    }

private:
    Json m_expected;
    std::vector<std::int32_t> m_ids;
};

FETTLE_TEST(StoriesTest)
#include "stories_test.moc"
