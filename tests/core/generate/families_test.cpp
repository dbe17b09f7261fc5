// Every family against transformers and PEFT (tests/golden/families.py), from weights that both make by formula.
#include "core/adapter/merge.h"
#include "core/base/files.h"
#include "core/generate/generation.h"
#include "core/generate/score.h"
#include "core/ops/token_log_prob.h"
#include "core/ops/weight_generation.h"
#include "tests/support/compare.h"
#include "tests/support/formula_tensors.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

namespace {

std::unique_ptr<CausalLM> modelOf(const Json& config, const LoadOptions& options = {}) {
    auto model = initModel(parseArchitecture(config), 1, options);
    for (const auto& [name, tensor] : model->parameters()) {
        const bool isNorm = tensor.dim() == 1 && name.ends_with(".weight");
        ops::writeWeight(tensor, formulaTensor(name, tensor.sizes(), 0.25) + (isNorm ? 1 : 0));
    }
    return model;
}

Adapter adapterOf(const CausalLM& model) {
    Adapter adapter = Adapter::make(LoraConfig{.r = 4, .loraAlpha = 8, .loraDropout = 0}, model, /*seed=*/1);
    for (const auto& [name, tensor] : adapter.tensors())
        ops::writeWeight(tensor, formulaTensor(name, tensor.sizes(), 0.2));
    return adapter;
}

} // namespace

class FamiliesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void logProbabilities_data() { families(); }
    void logProbabilities() {
        const Json& golden = goldenOfRow();
        const auto model = modelOf(golden.at("config"));
        const at::NoGradGuard noGrad;

        const auto scores = scoreSequences(*model, m_sequences, {}, at::kFloat);

        for (std::size_t i = 0; i < scores.size(); ++i)
            COMPARE_CLOSE(scores[i], at::tensor(golden.at("log_probs")[i].get<std::vector<double>>()), 1e-4);
    }

    // Decoding token by token with the cache, past every window.
    void greedyTokens_data() { families(); }
    void greedyTokens() {
        const Json& golden = goldenOfRow();
        const auto model = modelOf(golden.at("config"));
        const auto expected = golden.at("greedy").get<std::vector<std::int64_t>>();
        const auto& prompt = m_sequences[1];
        KvCache cache(model->architecture(), 1, 64, at::kFloat, at::kCPU);
        const at::NoGradGuard noGrad;
        std::vector<std::int64_t> pending(prompt.begin(), prompt.end()), actual;

        for (std::int64_t cached = 0; actual.size() < expected.size();) {
            const auto count = std::ssize(pending);
            const at::Tensor positions_N = at::arange(cached, cached + count);
            const Batch batch{.tokens_N = at::tensor(pending),
                              .positions_N = positions_N,
                              .segments = std::make_shared<ops::Segments>(
                                  std::vector<ops::Segment>{{0, count, cached, {{0, cached + count, 0}}}}),
                              .sequence_N = at::zeros({count}, at::kLong),
                              .cacheRows_N = positions_N,
                              .maxPosition = cached + count};
            const at::Tensor hidden_ND = model->hidden({.batch = batch, .adapters = {}, .cache = &cache});
            cached += count;
            pending = {logits(*model, hidden_ND, at::kFloat)[count - 1].argmax().item<std::int64_t>()};
            actual.push_back(pending.front());
        }

        QCOMPARE(actual, expected);
    }

    void gradientsOfAnAdapter_data() { families(); }
    void gradientsOfAnAdapter() {
        const Json& golden = goldenOfRow();
        const auto model = modelOf(golden.at("config"));
        Adapter adapter = adapterOf(*model);
        adapter.setTrainable(true);

        compareGradients(*model, used(adapter), adapter.tensors(), golden.at("lora"));
    }

    void gradientsOfEveryWeight_data() { families(); }
    void gradientsOfEveryWeight() {
        const Json& golden = goldenOfRow();
        const auto model = modelOf(golden.at("config"), {.trainable = true});

        compareGradients(*model, {}, model->parameters(), golden.at("full"));
    }

    void mergedEqualsAttached_data() { families(); }
    void mergedEqualsAttached() {
        const auto model = modelOf(goldenOfRow().at("config"));
        const Adapter adapter = adapterOf(*model);
        const QTemporaryDir folder;
        const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "model.safetensors";
        writeSafetensors(file, merge(*model, {{&adapter, 1}}, at::kFloat).tensors);
        const auto merged = loadModel(model->architecture(), TensorSource::openFile(file), {});

        COMPARE_CLOSE(logitsOf(*merged, m_sequences), logitsOf(*model, m_sequences, used(adapter)), 2e-4);
    }

private:
    void families() const {
        QTest::addColumn<QString>("name");
        for (const auto& [name, value] : m_golden.at("cases").items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    const Json& goldenOfRow() const { return m_golden.at("cases").at(QTest::currentDataTag()); }

    // Norms of the gradients of the mean cross-entropy, in the plain and in the recomputed pass.
    void compareGradients(const CausalLM& model, const AdapterSet& adapters, const NamedTensors& leaves,
                          const Json& expected) const {
        QCOMPARE(leaves.size(), expected.size());
        for (const bool checkpointing : {false, true}) {
            const Batch batch = makeBatch(m_sequences, at::kCPU);
            const at::Tensor hidden_ND =
                model.hidden({.batch = batch, .adapters = adapters, .training = true, .checkpointing = checkpointing});
            const auto first = std::ssize(m_sequences[0]), second = std::ssize(m_sequences[1]);
            const at::Tensor rows = at::cat({at::arange(first - 1), at::arange(first, first + second - 1)});
            const ops::TargetTokens targets{rows, batch.tokens_N.index_select(0, rows + 1)};
            ops::tokenLogProb(hidden_ND, model.head(), targets, at::kFloat).logProb_T.mean().neg().backward();
            for (const auto& [name, leaf] : leaves) {
                const double actual = leaf.grad().norm().item<double>(), wanted = expected.at(name).get<double>();
                QVERIFY2(std::abs(actual - wanted) <= 1e-3 * wanted,
                         qPrintable(QString("%1: %2, not %3").arg(name.c_str()).arg(actual).arg(wanted)));
                leaf.mutable_grad().reset();
            }
        }
    }

    const Json m_golden = readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden/families.json");
    const std::vector<std::vector<TokenId>> m_sequences =
        m_golden.at("sequences").get<std::vector<std::vector<TokenId>>>();
};

FETTLE_TEST(FamiliesTest)
#include "families_test.moc"
