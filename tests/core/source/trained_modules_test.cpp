#include "core/source/trained_modules.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

Architecture elevenLayers(bool isTied) {
    return parseArchitecture({{"model_type", "llama"}, {"num_hidden_layers", 11}, {"tie_word_embeddings", isTied}});
}

QStringList trainedBy(const NoAdapter& config, bool isTied = false) {
    QStringList names;
    for (const ModuleSpec& module : trainedModules(config, elevenLayers(isTied)))
        names << QString::fromStdString(module.name);
    return names;
}

} // namespace

class TrainedModulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // 11 layers of 7 Linear modules and 2 norms; embedding, last norm, head.
    void nothingNamedIsTheWholeModel() { QCOMPARE(trainedBy({}).size(), 11 * 9 + 3); }

    void lastLayersAreCountedFromTheEnd() {
        const QStringList names = trainedBy({.lastLayers = 2});

        QCOMPARE(names.size(), 18);
        QVERIFY(names.first().startsWith("model.layers.9.") && names.last().startsWith("model.layers.10."));
        QCOMPARE(trainedBy({.lastLayers = 11}).size(), 99);
    }

    void partsAreNamedByTheEndOfAPath() {
        QCOMPARE(trainedBy({.trainable = {"model.norm"}}), QStringList{"model.norm"});
        QCOMPARE(trainedBy({.trainable = {"norm"}}), QStringList{"model.norm"}); // not input_layernorm
        QCOMPARE(trainedBy({.trainable = {"layers.1"}}).size(), 9);              // not layer 10
        QCOMPARE(trainedBy({.trainable = {R"(layers\.\d\.mlp)"}}).size(), 10 * 3);
        QCOMPARE(trainedBy({.trainable = {"model"}}).size(), 11 * 9 + 2);
        QCOMPARE(trainedBy({.trainable = {"lm_head"}, .lastLayers = 1}).size(), 10);
    }

    void aTiedHeadIsTheEmbedding() {
        const QStringList pair = {"model.embed_tokens", "lm_head"};
        QCOMPARE(trainedBy({.trainable = {"embed_tokens"}}, true), pair);
        QCOMPARE(trainedBy({.trainable = {"lm_head"}}, true), pair);
        QCOMPARE(trainedBy({.trainable = {"lm_head"}}), QStringList{"lm_head"});
    }

    void whatMeansNothingIsNamed_data() {
        QTest::addColumn<QString>("trainable");
        QTest::addColumn<int>("lastLayers");
        QTest::addColumn<QString>("key");
        QTest::newRow("no module") << "classifier" << 0 << "adapter.trainable";
        QTest::newRow("no expression") << "(norm" << 0 << "adapter.trainable";
        QTest::newRow("more layers") << "norm" << 12 << "adapter.last_layers";
    }
    void whatMeansNothingIsNamed() {
        QFETCH(QString, trainable);
        QFETCH(int, lastLayers);
        QFETCH(QString, key);

        const Error error =
            errorOf([&] { (void)trainedBy({.trainable = {trainable.toStdString()}, .lastLayers = lastLayers}); });

        QCOMPARE(error.kind, ErrorKind::BadConfig);
        QCOMPARE(QString::fromStdString(error.facts.at("key")), key);
    }
};

FETTLE_TEST(TrainedModulesTest)
#include "trained_modules_test.moc"
