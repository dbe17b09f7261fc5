// Rows of single tokens trained beside LoRA (PEFT's trainable_token_indices).
#include "core/adapter/merge.h"
#include "core/base/files.h"
#include "core/source/vocabulary.h"
#include "tests/support/compare.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const std::vector<std::vector<std::int32_t>> kSaidWithNew = {{1, 97, 9, 98, 2}, {7, 97, 80, 11}};

LoraConfig training(const std::vector<std::int64_t>& ids, const std::vector<std::string>& saved = {}) {
    return {.r = 2, .loraAlpha = 2, .loraDropout = 0, .modulesToSave = saved, .trainableTokenIndices = ids};
}

// The tiny model of 96 tokens with three more, loaded from its files.
std::unique_ptr<CausalLM> grown(bool isTied) {
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString());
    writeModel(path, *tinyModel(tinyArchitecture(Json{{"tie_word_embeddings", isTied}})));
    return loadModel(withVocabulary(readArchitecture(path), 99), TensorSource::openFolder(path), {});
}

at::Tensor tensorNamed(const CausalLM& model, const std::string& name) {
    for (const auto& [own, tensor] : model.parameters())
        if (own == name) return tensor;
    return {};
}

} // namespace

class TokenRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newRowsAreTheMean_data() { addTies(); }
    void newRowsAreTheMean() {
        QFETCH(bool, isTied);
        const auto model = grown(isTied);

        for (const char* name : {"model.embed_tokens.weight", "lm_head.weight"}) {
            const at::Tensor matrix = tensorNamed(*model, name);
            if (isTied && !matrix.defined()) continue; // the embedding's
            QCOMPARE(matrix.size(0), 99);
            const at::Tensor mean = matrix.slice(0, 0, 96).mean(0).expand({3, -1});
            COMPARE_CLOSE(matrix.slice(0, 96), mean, 1e-6);
        }
    }

    void startsAsTheBase_data() { addTies(); }
    void startsAsTheBase() {
        QFETCH(bool, isTied);
        const auto model = grown(isTied);
        const Adapter adapter = Adapter::make(training({96, 97, 98}), *model, 1);

        COMPARE_CLOSE(logitsOf(*model, kSaidWithNew, used(adapter)), logitsOf(*model, kSaidWithNew), 1e-6);
    }

    // Attached, merged, and merged again from a folder that was written and read.
    void aMergedModelSaysTheSameAtEveryStrength_data() {
        addTies();
        QTest::newRow("embedding saved whole") << true;
    }
    void aMergedModelSaysTheSameAtEveryStrength() {
        QFETCH(bool, isTied);
        const bool isSaved = QByteArray(QTest::currentDataTag()) == "embedding saved whole";
        const auto model = grown(isTied);
        const Adapter made = tinyAdapter(*model, training({97, 98}, isSaved ? std::vector<std::string>{"embed_tokens"}
                                                                            : std::vector<std::string>{}));
        const QTemporaryDir folder;
        made.save(folder.path().toStdString(), "base");
        const Adapter adapter = Adapter::load(folder.path().toStdString(), *model);

        for (const double strength : {1.0, 0.5, 0.0}) {
            const MergedModel merged = merge(*model, {{&adapter, strength}}, at::kFloat);
            QCOMPARE(merged.architecture.tieWordEmbeddings, isTied && (!isSaved || strength == 0));
            const QTemporaryDir out;
            const auto file = std::filesystem::path(out.path().toStdString()) / "model.safetensors";
            writeSafetensors(file, merged.tensors);
            const auto reopened = loadModel(merged.architecture, TensorSource::openFile(file), {});

            COMPARE_CLOSE(logitsOf(*reopened, kSaidWithNew), logitsOf(*model, kSaidWithNew, used(adapter, {strength})),
                          1e-5);
        }
        QVERIFY(largestGap(logitsOf(*model, kSaidWithNew, used(adapter)), logitsOf(*model, kSaidWithNew)) > 1e-2);
    }

    // Each document at its own strength.
    void strengthsDifferByDocument() {
        const auto model = grown(false);
        const Adapter adapter = tinyAdapter(*model, training({97, 98}));

        const at::Tensor mixed = logitsOf(*model, kSaidWithNew, used(adapter, {0, 1}));

        COMPARE_CLOSE(mixed.slice(0, 0, 5), logitsOf(*model, kSaidWithNew).slice(0, 0, 5), 1e-6);
        COMPARE_CLOSE(mixed.slice(0, 5), logitsOf(*model, kSaidWithNew, used(adapter)).slice(0, 5), 1e-6);
    }

    // PEFT 0.21.2 writes the matrices of a resized base and the rows of a tied head as well.
    void whatPeftWritesBesideThemIsLeftOut() {
        const auto model = grown(true);
        const Adapter adapter = tinyAdapter(*model, training({97, 98}));
        const QTemporaryDir folder;
        adapter.save(folder.path().toStdString(), "base");
        NamedTensors tensors = adapter.tensors();
        const std::string part = "base_model.model.lm_head.token_adapter.";
        tensors.emplace_back(part + "base_layer.weight", at::zeros({99, 32}));
        tensors.emplace_back(part + "trainable_tokens_delta", at::zeros({2, 32}));
        writeSafetensors(folder.filePath("adapter_model.safetensors").toStdString(), tensors);

        const Adapter read = Adapter::load(folder.path().toStdString(), *model);

        QVERIFY(at::equal(logitsOf(*model, kSaidWithNew, used(read)), logitsOf(*model, kSaidWithNew, used(adapter))));
        const Json config = readJson(folder.filePath("adapter_config.json").toStdString());
        QCOMPARE(config.at("trainable_token_indices").dump(), std::string(R"({"embed_tokens":[97,98]})"));
    }

    void anIdWithoutARowIsRefused_data() {
        QTest::addColumn<int>("id");
        QTest::newRow("beyond") << 99;
        QTest::newRow("twice") << 98;
    }
    void anIdWithoutARowIsRefused() {
        QFETCH(int, id);
        const auto model = grown(true);

        const Error error = errorOf([&] { (void)Adapter::make(training({98, id}), *model, 1); });

        QCOMPARE(error.kind, ErrorKind::BadConfig);
        QCOMPARE(error.facts.at("key"), std::string("adapter.trainable_token_indices"));
    }

private:
    static void addTies() {
        QTest::addColumn<bool>("isTied");
        QTest::newRow("tied") << true;
        QTest::newRow("untied") << false;
    }
};

FETTLE_TEST(TokenRowsTest)
#include "token_rows_test.moc"
