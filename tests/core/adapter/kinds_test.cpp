// Every kind of adapter: folders of PEFT and AdapterHub (tests/golden/{prefix_tuning,ia3,bottleneck}.py) say the same
// here, and all that a call can be works with each.
#include "core/adapter/merge.h"
#include "core/base/files.h"
#include "tests/support/compare.h"
#include "tests/support/formula_tensors.h"
#include "tests/support/pocket_model.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const std::vector<std::vector<std::int32_t>> kTwoDocuments = {{1, 5, 9, 30, 2}, {7, 7, 80, 11}};

// The values that the scripts fill a tensor with.
at::Tensor goldenTensor(const QString& file, const std::string& name, const Json& shape) {
    const auto sizes = shape.get<std::vector<std::int64_t>>();
    if (file == "ia3.json" || name.ends_with("lora_magnitude_vector")) return 1 + formulaTensor(name, sizes, 0.5);
    if (file == "prompt_tuning.json") return formulaTensor(name, sizes, 0.3);
    return formulaTensor(name, sizes, file == "prefix_tuning.json" ? 1.0 : 0.2);
}

void writeGoldenFolder(const std::filesystem::path& folder, const QString& file, const Json& golden) {
    NamedTensors tensors;
    for (const auto& [name, shape] : golden.at("shapes").items())
        tensors.emplace_back(name, goldenTensor(file, name, shape));
    const bool isHub = file == "bottleneck.json";
    writeSafetensors(folder / (isHub ? "adapter.safetensors" : "adapter_model.safetensors"), tensors);
    writeJson(folder / "adapter_config.json", golden.at("config"));
}

AdapterConfig configOf(const QString& kind) {
    if (kind == "lora") return LoraConfig{.r = 4, .loraAlpha = 8, .loraDropout = 0};
    if (kind == "dora") return LoraConfig{.r = 4, .loraAlpha = 8, .loraDropout = 0, .useDora = true};
    if (kind == "pissa") return LoraConfig{.r = 4, .loraAlpha = 8, .loraDropout = 0, .initLoraWeights = "pissa"};
    if (kind == "pissa, saved")
        return LoraConfig{.r = 4,
                          .loraAlpha = 8,
                          .loraDropout = 0,
                          .initLoraWeights = "pissa",
                          .modulesToSave = {"embed_tokens", "norm"}};
    if (kind == "saved")
        return LoraConfig{.r = 4,
                          .loraAlpha = 8,
                          .loraDropout = 0,
                          .targetModules = std::vector<std::string>{"q_proj"},
                          .modulesToSave = {"embed_tokens", "norm", "0.mlp"}};
    if (kind == "prompt") return PromptTuningConfig{.numVirtualTokens = 3};
    if (kind == "mlp") return PTuningConfig{.numVirtualTokens = 3};
    if (kind == "lstm")
        return PTuningConfig{.numVirtualTokens = 3, .encoderReparameterizationType = "LSTM", .encoderHiddenSize = 8};
    if (kind == "projection") return PrefixTuningConfig{.numVirtualTokens = 3, .prefixProjection = true};
    if (kind == "prefix") return PrefixTuningConfig{.numVirtualTokens = 3};
    if (kind == "houlsby") return BottleneckConfig{.reductionFactor = 4};
    if (kind == "parallel")
        return BottleneckConfig{.mhAdapter = false, .isParallel = true, .reductionFactor = 4, .nonLinearity = "relu"};
    return Ia3Config{};
}

Adapter filled(const CausalLM& model, const QString& kind) {
    return tinyAdapter(model, configOf(kind));
}

// Sum of squared hidden states and the gradient of every tensor of the adapter.
std::vector<at::Tensor> gradientsOf(const CausalLM& model, Adapter& adapter, bool isCheckpointed) {
    adapter.setTrainable(true);
    const Batch batch = makeBatch(kTwoDocuments, at::kCPU);
    const AdapterSet set = used(adapter);
    model.hidden({.batch = batch, .adapters = set, .training = true, .checkpointing = isCheckpointed})
        .square()
        .sum()
        .backward();
    std::vector<at::Tensor> gradients;
    for (const auto& [name, leaf] : adapter.tensors()) {
        gradients.push_back(leaf.grad().clone());
        leaf.mutable_grad().reset();
    }
    return gradients;
}

} // namespace

class KindsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensWithEqualLogProbabilities_data() { addGoldens(); }
    void opensWithEqualLogProbabilities() {
        QFETCH(QString, file);
        QFETCH(QString, name);
        const Json golden = goldensOf(file).at("cases").at(name.toStdString());
        const auto model = loadPocket();
        const QTemporaryDir folder, again;
        writeGoldenFolder(folder.path().toStdString(), file, golden);

        Adapter::load(folder.path().toStdString(), *model).save(again.path().toStdString(), "base");
        const Adapter adapter = Adapter::load(again.path().toStdString(), *model);

        const auto ids = golden.at("ids").get<std::vector<std::int32_t>>();
        const at::Tensor next = at::tensor(std::vector<std::int64_t>(ids.begin() + 1, ids.end())).unsqueeze(1);
        const at::Tensor logits = logitsOf(*model, {ids}, used(adapter)).slice(0, 0, -1);
        const at::Tensor actual = logits.to(at::kDouble).log_softmax(-1).gather(1, next).squeeze(1);
        const at::Tensor expected = at::tensor(golden.at("logprobs").get<std::vector<double>>(), at::kDouble);
        COMPARE_CLOSE(actual, expected, 1e-4); // nats between 0 and 14, of fp32 logits
    }

    void packedEqualsOneAtATimeWithStrengthsOfTheirOwn_data() { addKinds(); }
    void packedEqualsOneAtATimeWithStrengthsOfTheirOwn() {
        QFETCH(QString, kind);
        const auto model = tinyModel();
        const Adapter adapter = filled(*model, kind);
        const at::Tensor base = logitsOf(*model, {kTwoDocuments[0]});
        const at::Tensor first = logitsOf(*model, {kTwoDocuments[0]}, used(adapter));
        const at::Tensor second = logitsOf(*model, {kTwoDocuments[1]}, used(adapter));

        COMPARE_CLOSE(logitsOf(*model, kTwoDocuments, used(adapter)), at::cat({first, second}), 1e-5);
        COMPARE_CLOSE(logitsOf(*model, kTwoDocuments, used(adapter, {0, 1})), at::cat({base, second}), 1e-5);
        QVERIFY(largestGap(first, base) > 1e-2);
    }

    void recomputedGradientsAreThePlainOnes_data() { addKinds(); }
    void recomputedGradientsAreThePlainOnes() {
        QFETCH(QString, kind);
        const auto model = tinyModel();
        Adapter adapter = filled(*model, kind);

        const auto plain = gradientsOf(*model, adapter, false), recomputed = gradientsOf(*model, adapter, true);

        for (std::size_t i = 0; i < plain.size(); ++i) {
            COMPARE_CLOSE(recomputed[i], plain[i], 1e-4 * (1 + plain[i].abs().max().item<double>()));
            QVERIFY2(plain[i].abs().max().item<double>() > 0, adapter.tensors()[i].first.c_str());
        }
    }

    // What the optimizer writes into a leaf is what the next call computes with, and it learns from that again.
    void aStepOfTheLeafIsSeenByItsSlots_data() { addKinds(); }
    void aStepOfTheLeafIsSeenByItsSlots() {
        QFETCH(QString, kind);
        const auto model = tinyModel();
        Adapter adapter = filled(*model, kind), fresh = filled(*model, kind);
        (void)gradientsOf(*model, adapter, false);
        const at::NoGradGuard noGrad;
        for (Adapter* each : {&adapter, &fresh})
            for (const auto& [name, leaf] : each->tensors())
                at::Tensor(leaf).mul_(1.25);

        const at::AutoGradMode withGrad(true);
        const auto after = gradientsOf(*model, adapter, false), expected = gradientsOf(*model, fresh, false);
        for (std::size_t i = 0; i < after.size(); ++i)
            QVERIFY(at::equal(after[i], expected[i]));
    }

    void decodingWithACacheIsTheFullPass_data() { addKinds(); }
    void decodingWithACacheIsTheFullPass() {
        QFETCH(QString, kind);
        const at::NoGradGuard noGrad;
        const auto model = tinyModel();
        const Adapter adapter = filled(*model, kind);
        const AdapterSet set = used(adapter);
        const std::vector<std::int32_t>& ids = kTwoDocuments[0];
        KvCache cache(model->architecture(), 1, 16, at::kFloat, at::kCPU);

        std::vector<at::Tensor> rows;
        for (std::size_t t = 0; t < ids.size(); ++t) {
            const auto at = static_cast<std::int64_t>(t);
            Batch batch = makeBatch({{ids[t]}}, at::kCPU);
            batch.positions_N = at::tensor({at}, at::kLong);
            batch.cacheRows_N = at::tensor({cache.row(0, at)}, at::kLong);
            batch.maxPosition = at + 1;
            batch.segments = std::make_shared<ops::Segments>(
                std::vector<ops::Segment>{{0, 1, at, {{cache.row(0, 0), cache.row(0, 0) + at + 1, 0}}}});
            rows.push_back(
                logits(*model, model->hidden({.batch = batch, .adapters = set, .cache = &cache}), at::kFloat, set));
        }

        COMPARE_CLOSE(at::cat(rows), logitsOf(*model, {ids}, set), 1e-5);
    }

    void ia3MergesAtAnyStrength_data() {
        QTest::addColumn<double>("strength");
        QTest::newRow("whole") << 1.0;
        QTest::newRow("half") << 0.5;
        QTest::newRow("none") << 0.0;
    }
    void ia3MergesAtAnyStrength() {
        QFETCH(double, strength);
        const auto model = tinyModel(tinyArchitecture(Json{{"attention_bias", true}, {"mlp_bias", true}}));
        const Adapter adapter = filled(*model, "ia3");

        const MergedModel merged = merge(*model, {{&adapter, strength}}, at::kFloat);

        const QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "model.safetensors";
        writeSafetensors(file, merged.tensors);
        const auto reopened = loadModel(merged.architecture, TensorSource::openFile(file), {});
        COMPARE_CLOSE(logitsOf(*reopened, kTwoDocuments), logitsOf(*model, kTwoDocuments, used(adapter, {strength})),
                      1e-5);
    }

    // The lengths of the base's own rows.
    void aFreshDoraIsTheBase() {
        const auto model = tinyModel(tinyArchitecture());
        const Adapter fresh = Adapter::make(configOf("dora"), *model, 1);
        COMPARE_CLOSE(logitsOf(*model, kTwoDocuments, used(fresh)), logitsOf(*model, kTwoDocuments, {}), 1e-5);
    }

    void aPromptStartsFromATextsTokens() {
        const auto model = tinyModel(tinyArchitecture());
        const PromptTuningConfig config{
            .numVirtualTokens = 5, .promptTuningInit = "text", .promptTuningInitText = "be kind"};
        const auto idsOf = [](const std::string& text) {
            return text == "be kind" ? std::vector<std::int32_t>{7, 9} : std::vector<std::int32_t>{};
        };

        const Adapter prompt = Adapter::make(config, *model, 1, idsOf);

        const at::Tensor vectors = prompt.tensors().front().second;
        const at::Tensor table = model->parameters().front().second.detach();
        QVERIFY(at::equal(vectors, table.index_select(0, at::tensor({7, 9, 7, 9, 7}, at::kLong)).to(at::kFloat)));
        QCOMPARE(errorOf([&] { (void)Adapter::make(config, *model, 1); }).kind, ErrorKind::BadConfig);
    }

    void aPromptStartsFromTheVocabulary() {
        const auto model = tinyModel(tinyArchitecture());
        const PromptTuningConfig config{.numVirtualTokens = 4, .promptTuningInit = "sample_vocab"};
        const at::Tensor vectors = Adapter::make(config, *model, 1).tensors().front().second;
        const at::Tensor table = model->parameters().front().second.detach();
        for (std::int64_t i = 0; i < 4; ++i)
            QVERIFY((table == vectors[i]).all(1).any().item<bool>());
    }

    void whatNoWeightCanHaveIsNotMerged_data() {
        QTest::addColumn<QString>("kind");
        QTest::newRow("prefix") << "prefix";
        QTest::newRow("prompt") << "prompt";
        QTest::newRow("bottleneck") << "houlsby";
    }
    void whatNoWeightCanHaveIsNotMerged() {
        QFETCH(QString, kind);
        const auto model = tinyModel();
        const Adapter adapter = filled(*model, kind);

        const Error error = errorOf([&] { (void)merge(*model, {{&adapter, 1.0}}, at::kFloat); });

        QCOMPARE(error.kind, ErrorKind::BadUsage);
        QVERIFY(error.message.find("cannot be merged") != std::string::npos && !error.hint.empty());
    }

    void anMlxFolderOfRankZeroIsRefused_data() {
        QTest::addColumn<int>("rank");
        QTest::newRow("said so") << 0;
        QTest::newRow("by its shapes alone") << 4;
    }
    void anMlxFolderOfRankZeroIsRefused() {
        QFETCH(int, rank);
        const auto model = tinyModel();
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        const std::string module = "model.layers.0.self_attn.q_proj";
        writeSafetensors(path / "adapters.safetensors",
                         {{module + ".lora_a", at::empty({32, 0})}, {module + ".lora_b", at::empty({0, 32})}});
        writeJson(path / "adapter_config.json", {{"lora_parameters", {{"rank", rank}, {"scale", 2.0}}}});

        QCOMPARE(errorOf([&] { (void)Adapter::load(path, *model); }).kind, ErrorKind::BadAdapter);
    }

    void anotherKindIsNothingToGoOnFrom() {
        const auto model = tinyModel();
        const QTemporaryDir folder;
        filled(*model, "ia3").save(folder.path().toStdString(), "base");

        const PrefixTuningConfig config{.initFrom = folder.path().toStdString()};

        const Error error = errorOf([&] { (void)Adapter::make(config, *model, 1); });
        QCOMPARE(error.kind, ErrorKind::BadConfig);
        QCOMPARE(error.facts.at("key"), std::string("adapter.init_from"));
    }

private:
    static Json goldensOf(const QString& file) {
        return readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden" / file.toStdString());
    }

    static void addGoldens() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        for (const char* file :
             {"prefix_tuning.json", "ia3.json", "bottleneck.json", "prompt_tuning.json", "dora.json"}) {
            const Json goldens = goldensOf(file);
            for (const auto& [name, value] : goldens.at("cases").items())
                QTest::newRow(qPrintable(QString("%1: %2").arg(file, QString::fromStdString(name))))
                    << QString(file) << QString::fromStdString(name);
        }
    }

    static void addKinds() {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"lora", "dora", "pissa", "saved", "pissa, saved", "prefix", "prompt", "mlp", "lstm",
                                 "projection", "houlsby", "parallel", "ia3"})
            QTest::newRow(kind) << kind;
    }
};

FETTLE_TEST(KindsTest)
#include "kinds_test.moc"
