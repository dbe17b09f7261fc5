// Modules trained whole beside an adapter (modules_to_save): folders of PEFT (tests/golden/modules_to_save.py) say the
// same here, attached and merged, at every strength.
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

const std::vector<std::vector<std::int32_t>> kSaid = {{1, 5, 9, 30, 2}, {7, 7, 80, 11}};

// The values that the script fills a tensor with.
at::Tensor valuesOf(const std::string& name, const Json& shape) {
    const at::Tensor formula = formulaTensor(name, shape.get<std::vector<std::int64_t>>(), 0.1);
    const bool isFactor = name.ends_with("ia3_l") || formula.dim() == 1;
    return isFactor ? 1 + formula : formula;
}

std::unique_ptr<CausalLM> reopened(const MergedModel& merged) {
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "model.safetensors";
    writeSafetensors(file, merged.tensors);
    return loadModel(merged.architecture, TensorSource::openFile(file), {});
}

at::Tensor logProbsOf(const CausalLM& model, const std::vector<std::int32_t>& ids, const AdapterSet& adapters) {
    const at::Tensor next = at::tensor(std::vector<std::int64_t>(ids.begin() + 1, ids.end())).unsqueeze(1);
    const at::Tensor rows = logitsOf(model, {ids}, adapters).slice(0, 0, -1);
    return rows.to(at::kDouble).log_softmax(-1).gather(1, next).squeeze(1);
}

LoraConfig saving(const std::vector<std::string>& names) {
    return {.r = 2, .loraAlpha = 2, .loraDropout = 0, .modulesToSave = names};
}

Architecture tinyGpt2() {
    return parseArchitecture({{"model_type", "gpt2"},
                              {"vocab_size", 96},
                              {"n_embd", 32},
                              {"n_layer", 2},
                              {"n_head", 4},
                              {"n_positions", 64},
                              {"initializer_range", 0.2}});
}

} // namespace

class SavedModulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatPeftSaysAttachedAndMerged_data() {
        QTest::addColumn<QString>("name");
        for (const auto& [name, value] : m_golden.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void saysWhatPeftSaysAttachedAndMerged() {
        QFETCH(QString, name);
        const Json& golden = m_golden.at(name.toStdString());
        const auto model = loadPocket();
        const QTemporaryDir folder, again;
        write(folder.path().toStdString(), golden);

        Adapter::load(folder.path().toStdString(), *model).save(again.path().toStdString(), "base");
        const Adapter adapter = Adapter::load(again.path().toStdString(), *model);
        const auto merged = reopened(merge(*model, {{&adapter, 1.0}}, at::kFloat));

        const auto ids = golden.at("ids").get<std::vector<std::int32_t>>();
        const auto expected = [&](const char* key) {
            return at::tensor(golden.at(key).get<std::vector<double>>(), at::kDouble);
        };
        COMPARE_CLOSE(logProbsOf(*model, ids, used(adapter)), expected("logprobs"), 1e-4);
        COMPARE_CLOSE(logProbsOf(*merged, ids, {}), expected("merged"), 1e-4);
    }

    void startsAsTheBase() {
        const auto model = tinyModel(tinyArchitecture(Json{{"tie_word_embeddings", true}}));
        const Adapter adapter = Adapter::make(saving({"embed_tokens", "lm_head", "norm", "up_proj"}), *model, 1);

        QVERIFY(at::equal(logitsOf(*model, kSaid, used(adapter)), logitsOf(*model, kSaid)));
    }

    // From the base to the trained module in a straight line, in memory and in merged files, each document at its own.
    void strengthsGoAlongAStraightLine_data() {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("untied") << "llama" << QStringList{"embed_tokens", "lm_head", "norm", "up_proj"};
        QTest::newRow("tied") << "tied" << QStringList{"lm_head"};
        QTest::newRow("tied, embedding alone") << "tied" << QStringList{"embed_tokens"};
        QTest::newRow("positions, biases, Conv1D") << "gpt2" << QStringList{"wpe", "ln_1", "ln_f", "c_fc", "0.attn"};
    }
    void strengthsGoAlongAStraightLine() {
        QFETCH(QString, family);
        QFETCH(QStringList, names);
        const auto model = tinyModel(
            family == "gpt2" ? tinyGpt2() : tinyArchitecture(Json{{"tie_word_embeddings", family == "tied"}}));
        std::vector<std::string> saved;
        for (const QString& name : names)
            saved.push_back(name.toStdString());
        const Adapter adapter = tinyAdapter(*model, saving(saved));

        const at::Tensor mixed = logitsOf(*model, kSaid, used(adapter, {0, 0.5}));

        for (const double strength : {1.0, 0.5, 0.0}) {
            const auto merged = reopened(merge(*model, {{&adapter, strength}}, at::kFloat));
            COMPARE_CLOSE(logitsOf(*merged, kSaid), logitsOf(*model, kSaid, used(adapter, {strength})), 1e-5);
        }
        COMPARE_CLOSE(mixed.slice(0, 0, 5), logitsOf(*model, kSaid).slice(0, 0, 5), 1e-6);
        COMPARE_CLOSE(mixed.slice(0, 5), logitsOf(*model, kSaid, used(adapter, {0.5})).slice(0, 5), 1e-6);
        QVERIFY(largestGap(logitsOf(*model, kSaid, used(adapter)), logitsOf(*model, kSaid)) > 1e-2);
    }

    void aTiedHeadBecomesOneOfItsOwn() {
        const auto model = tinyModel(tinyArchitecture(Json{{"tie_word_embeddings", true}}));
        const Adapter trained = tinyAdapter(*model, saving({"embed_tokens"})),
                      other = tinyAdapter(*model, saving({"norm"}));

        QVERIFY(!merge(*model, {{&trained, 1.0}}, at::kFloat).architecture.tieWordEmbeddings);
        QVERIFY(merge(*model, {{&trained, 0.0}}, at::kFloat).architecture.tieWordEmbeddings);
        QVERIFY(merge(*model, {{&other, 1.0}}, at::kFloat).architecture.tieWordEmbeddings);
    }

    void aQuantisedModuleIsNotTrainedWhole() {
        const auto model = tinyModel(tinyArchitecture(), {.quantization = ops::Quantization{"int8"}});

        const Error error = errorOf([&] { (void)Adapter::make(saving({"up_proj"}), *model, 1); });

        QCOMPARE(error.kind, ErrorKind::BadConfig);
        QCOMPARE(error.facts.at("key"), std::string("adapter.modules_to_save"));
        (void)Adapter::make(saving({"lm_head", "embed_tokens"}), *model, 1); // which stay as they are
    }

private:
    static void write(const std::filesystem::path& folder, const Json& golden) {
        NamedTensors tensors;
        for (const auto& [name, shape] : golden.at("shapes").items())
            tensors.emplace_back(name, valuesOf(name, shape));
        writeSafetensors(folder / "adapter_model.safetensors", tensors);
        writeJson(folder / "adapter_config.json", golden.at("config"));
    }

    const Json m_golden =
        readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden/modules_to_save.json").at("cases");
};

FETTLE_TEST(SavedModulesTest)
#include "saved_modules_test.moc"
