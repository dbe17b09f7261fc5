#include "core/ops/weight_generation.h"
#include "tests/support/compare.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const std::vector<std::int32_t> kFirst = {1, 17, 4, 80, 33, 9, 50};
const std::vector<std::int32_t> kSecond = {1, 95, 61, 2};

// One token of each sequence at position `t`, which sees its cached predecessors and itself.
Batch stepBatch(const std::vector<std::vector<std::int32_t>>& documents, std::int64_t t, const KvCache& cache) {
    std::vector<std::int64_t> tokens, rows, sequence;
    std::vector<ops::Segment> segments;
    for (std::int64_t s = 0; s < std::ssize(documents); ++s) {
        const auto& document = documents[static_cast<std::size_t>(s)];
        tokens.push_back(document[static_cast<std::size_t>(t)]);
        rows.push_back(cache.row(s, t));
        sequence.push_back(s);
        segments.push_back({s, s + 1, t, {{cache.row(s, 0), cache.row(s, t) + 1, 0}}});
    }
    return {.tokens_N = at::tensor(tokens, at::kLong),
            .positions_N = at::full({std::ssize(tokens)}, t, at::kLong),
            .segments = std::make_shared<ops::Segments>(segments),
            .sequences = std::ssize(documents),
            .sequence_N = at::tensor(sequence, at::kLong),
            .cacheRows_N = at::tensor(rows, at::kLong),
            .maxPosition = t + 1};
}

// Gradients of the squared logits' sum with respect to `leaves`.
std::vector<at::Tensor> gradients(const CausalLM& model, const AdapterSet& adapters, const NamedTensors& leaves,
                                  bool checkpointing) {
    const Batch batch = makeBatch({kFirst, kSecond}, at::kCPU);
    const at::Tensor hidden_ND = model.hidden({.batch = batch,
                                               .adapters = adapters,
                                               .training = true,
                                               .checkpointing = checkpointing,
                                               .dropout = {.seed = 3, .step = 5}});
    logits(model, hidden_ND, at::kFloat).square().sum().backward();
    std::vector<at::Tensor> result;
    for (const auto& [name, leaf] : leaves) {
        result.push_back(leaf.grad().clone());
        leaf.mutable_grad().reset();
    }
    return result;
}

} // namespace

class LlamaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void documentsOfABatchDoNotSeeEachOther() {
        const auto model = tinyModel();

        const at::Tensor together = logitsOf(*model, {kFirst, kSecond});

        COMPARE_CLOSE(together.slice(0, 0, 7), logitsOf(*model, {kFirst}), 1e-5);
        COMPARE_CLOSE(together.slice(0, 7), logitsOf(*model, {kSecond}), 1e-5);
    }

    void aTokenDoesNotSeeTheNext() {
        const auto model = tinyModel();
        std::vector<std::int32_t> changed = kFirst;
        changed.back() = 3;

        const at::Tensor before = logitsOf(*model, {kFirst}), after = logitsOf(*model, {changed});

        QVERIFY(at::equal(before.slice(0, 0, 6), after.slice(0, 0, 6)));
        QVERIFY(!at::equal(before[6], after[6]));
    }

    void decodingWithACacheEqualsTheWholePass() {
        const auto model = tinyModel();
        const std::vector<std::vector<std::int32_t>> documents = {kFirst, {5, 6, 7, 8, 9, 10, 11}};
        const at::Tensor whole = logitsOf(*model, documents);
        KvCache cache(model->architecture(), 2, 4, at::kFloat, at::kCPU);
        const at::NoGradGuard noGrad;

        for (std::int64_t t = 0; t < 7; ++t) {
            if (t == cache.capacity()) cache.grow(2, 8);
            const Batch batch = stepBatch(documents, t, cache);
            const at::Tensor hidden_ND = model->hidden({.batch = batch, .adapters = {}, .cache = &cache});
            const at::Tensor actual = logits(*model, hidden_ND, at::kFloat);

            COMPARE_CLOSE(actual[0], whole[t], 1e-5);
            COMPARE_CLOSE(actual[1], whole[7 + t], 1e-5);
        }
    }

    void aWindowHidesWhatLiesFurtherBack() {
        // One layer with window 3: a token sees itself and two before it.
        const auto model =
            tinyModel(tinyArchitecture({{"model_type", "mistral"}, {"sliding_window", 3}, {"num_hidden_layers", 1}}));
        std::vector<std::int32_t> changed = kFirst;
        changed[2] = 3;

        const at::Tensor before = logitsOf(*model, {kFirst}), after = logitsOf(*model, {changed});

        QVERIFY(!at::equal(before[4], after[4]));
        QVERIFY(at::equal(before.slice(0, 5), after.slice(0, 5)));
    }

    void recomputedBlocksGiveTheSameGradients() {
        const auto model = tinyModel();
        Adapter adapter = tinyAdapter(*model, {.r = 4, .loraDropout = 0.3});
        adapter.setTrainable(true);

        const auto kept = gradients(*model, used(adapter), adapter.tensors(), false);
        const auto recomputed = gradients(*model, used(adapter), adapter.tensors(), true);

        for (std::size_t i = 0; i < kept.size(); ++i)
            QVERIFY2(at::equal(kept[i], recomputed[i]), adapter.tensors()[i].first.c_str());
    }

    void fullTrainingRecomputedGivesTheSameGradients() {
        const auto model = tinyModel(tinyArchitecture({{"tie_word_embeddings", true}}), {.trainable = true});

        const auto kept = gradients(*model, {}, model->parameters(), false);
        const auto recomputed = gradients(*model, {}, model->parameters(), true);

        for (std::size_t i = 0; i < kept.size(); ++i)
            QVERIFY2(at::equal(kept[i], recomputed[i]), model->parameters()[i].first.c_str());
    }

    void gradientsFollowFiniteDifferences() {
        const auto model =
            tinyModel(tinyArchitecture({{"attention_bias", true}, {"mlp_bias", true}}), {.trainable = true});
        const NamedTensors leaves = model->parameters();
        const auto analytic = gradients(*model, {}, leaves, false);
        const auto loss = [&] {
            return logitsOf(*model, {kFirst, kSecond}).to(at::kDouble).square().sum().item<double>();
        };

        for (std::size_t i = 0; i < leaves.size(); ++i) {
            // Along its own gradient a function of squares rises by |g|^2 per unit step; central difference in fp32.
            const double norm = analytic[i].norm().item<double>(), step = 1e-2 / norm;
            const at::NoGradGuard noGrad;
            at::Tensor leaf = leaves[i].second;
            const at::Tensor start = leaf.clone();
            ops::writeWeight(leaf, start + step * analytic[i]);
            const double above = loss();
            ops::writeWeight(leaf, start - step * analytic[i]);
            const double below = loss();
            ops::writeWeight(leaf, start);

            const double slope = (above - below) / (2 * step) / (norm * norm);
            QVERIFY2(std::abs(slope - 1) < 2e-2, qPrintable(QString("%1: %2").arg(leaves[i].first.c_str()).arg(slope)));
        }
    }

    void parametersAreTheCheckpointsNames() {
        const auto model = tinyModel(tinyArchitecture({{"num_hidden_layers", 1}}));
        QStringList names;

        for (const auto& [name, tensor] : model->parameters())
            names << QString::fromStdString(name);

        QCOMPARE(names,
                 QStringList({"model.embed_tokens.weight", "model.layers.0.self_attn.q_proj.weight",
                              "model.layers.0.self_attn.k_proj.weight", "model.layers.0.self_attn.v_proj.weight",
                              "model.layers.0.self_attn.o_proj.weight", "model.layers.0.mlp.gate_proj.weight",
                              "model.layers.0.mlp.up_proj.weight", "model.layers.0.mlp.down_proj.weight",
                              "model.layers.0.input_layernorm.weight", "model.layers.0.post_attention_layernorm.weight",
                              "model.norm.weight", "lm_head.weight"}));
    }

    void aTiedHeadIsTheEmbedding() {
        const auto model = tinyModel(tinyArchitecture({{"tie_word_embeddings", true}}));

        QCOMPARE(model->parameters().back().first, std::string("model.norm.weight"));
        QVERIFY(model->head().weight.weight().is_same(model->parameters().front().second));
    }
};

FETTLE_TEST(LlamaTest)
#include "llama_test.moc"
