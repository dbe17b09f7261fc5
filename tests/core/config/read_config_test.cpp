#include "core/base/files.h"
#include "core/config/run_config.h"
#include "tests/core/config/random_config.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using namespace fettle;

namespace {

Error errorOf(const std::string& json) {
    try {
        (void)parseRunConfig(parseJson(json, "test"));
    } catch (const Error& error) {
        return error;
    }
    return Error{ErrorKind::Internal, "no error"};
}

} // namespace

class ReadConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyObjectIsTheDefault() { QVERIFY(parseRunConfig(Json::object()) == RunConfig{}); }

    void whatIsWrittenReadsBack() {
        for (std::uint32_t seed = 0; seed < 300; ++seed) {
            const RunConfig config = test::randomConfig(seed);

            const RunConfig again = parseRunConfig(parseJson(toJson(config).dump(), "written"));

            QVERIFY2(again == config, toJson(config).dump().c_str());
        }
    }

    void everyKeyOfTheDesignIsRead() {
        const RunConfig config = parseRunConfig(parseJson(R"({
            "version": 1, "name": "my run", "seed": 7, "device": "cuda:1", "threads": 2,
            "model": {"path": "/m", "dtype": "float16"},
            "data": {"train": [{"path": "a.jsonl", "format": "alpaca", "columns": {"output": "reply"}, "limit": 5}],
                     "validation_split": 0, "packing": true, "packing_strategy": "wrapped", "separator": " [SEP] "},
            "objective": {"kind": "pretrain"},
            "adapter": {"kind": "lora", "r": 6, "lora_alpha": 8, "target_modules": ["q_proj"], "rank_pattern": {"v": 2}},
            "optimizer": {"kind": "adamw", "learning_rate": 1e-4, "betas": [0.8, 0.9], "eps": 1e-6},
            "duration": {"num_train_epochs": 0.5}})",
                                                          "test"));

        QCOMPARE(config.device, std::string("cuda:1"));
        QCOMPARE(config.data.train.at(0).columns.at("output"), std::string("reply"));
        QVERIFY(std::holds_alternative<PretrainObjective>(config.objective));
        const auto& lora = std::get<LoraConfig>(config.adapter);
        QCOMPARE(lora.r, 6);
        QCOMPARE(lora.loraAlpha, 8.0);
        QCOMPARE(std::get<std::vector<std::string>>(lora.targetModules).at(0), std::string("q_proj"));
        QCOMPARE(lora.rankPattern, (Patterns<std::int64_t>{{"v", 2}}));
        QCOMPARE(std::get<AdamWConfig>(config.optimizer.kind).betas[1], 0.9);
        QCOMPARE(config.optimizer.learningRate.value(), 1e-4);
        QCOMPARE(config.duration.numTrainEpochs, 0.5);
    }

    void kindDecidesTheMembers() {
        QVERIFY(std::holds_alternative<NoAdapter>(parseRunConfig({{"adapter", {{"kind", "none"}}}}).adapter));
        QCOMPARE(std::get<LoraConfig>(parseRunConfig({{"adapter", {{"r", 4}, {"kind", "lora"}}}}).adapter).r, 4);
    }

    void unknownKeyNamesTheNearest_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("nearest");
        QTest::newRow("misspelt") << R"({"optimizer": {"learning_rte": 1}})"
                                  << "optimizer.learning_rte"
                                  << "optimizer.learning_rate";
        QTest::newRow("one level too high") << R"({"learning_rate": 1})"
                                            << "learning_rate"
                                            << "optimizer.learning_rate";
        QTest::newRow("in a list") << R"({"data": {"train": [{"path": "x"}, {"pth": "y"}]}})"
                                   << "data.train[1].pth"
                                   << "data.train[].path";
        QTest::newRow("swapped letters") << R"({"modle": {}})"
                                         << "modle"
                                         << "model";
    }
    void unknownKeyNamesTheNearest() {
        QFETCH(QString, json);
        QFETCH(QString, key);
        QFETCH(QString, nearest);

        const Error error = errorOf(json.toStdString());

        QCOMPARE(error.kind, ErrorKind::BadConfig);
        QCOMPARE(QString::fromStdString(error.facts.at("key")), key);
        QCOMPARE(QString::fromStdString(error.facts.at("nearest")), nearest);
        QVERIFY(QString::fromStdString(error.message).contains(key));
        QVERIFY(QString::fromStdString(error.hint).contains(nearest));
    }

    // PEFT's init_lora_weights is true or a name.
    void aChoiceMayBeATruthValue() {
        const auto startOf = [](const char* json) {
            return std::get<LoraConfig>(parseRunConfig(parseJson(json, "test")).adapter).initLoraWeights;
        };
        QCOMPARE(startOf(R"({"adapter": {"init_lora_weights": true}})"), std::string("true"));
        QCOMPARE(startOf(R"({"adapter": {"init_lora_weights": "pissa"}})"), std::string("pissa"));
        QCOMPARE(errorOf(R"({"adapter": {"init_lora_weights": false}})").facts.at("key"),
                 std::string("adapter.init_lora_weights"));
        QCOMPARE(errorOf(R"({"name": true})").facts.at("key"), std::string("name"));
    }

    void keyOfAnotherKindIsNamedAsSuch() {
        const Error error = errorOf(R"({"adapter": {"kind": "none", "r": 4}})");

        QCOMPARE(QString::fromStdString(error.message), QString(R"("adapter.r" does not belong to the kind "none".)"));
    }

    void wrongValueIsRefused_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("message");
        QTest::newRow("text for a number") << R"({"seed": "x"})"
                                           << R"("seed" must be a whole number, not "x".)";
        QTest::newRow("fraction") << R"({"seed": 1.5})"
                                  << R"("seed" must be a whole number, not 1.5.)";
        QTest::newRow("too large") << R"({"seed": 18446744073709551615})"
                                   << R"("seed" must be a whole number, not 18446744073709551615.)";
        QTest::newRow("null") << R"({"name": null})"
                              << R"("name" must be a text, not null.)";
        QTest::newRow("list for an object") << R"({"data": []})"
                                            << R"("data" must be an object, not [].)";
        QTest::newRow("three betas") << R"({"optimizer": {"betas": [0, 0, 0]}})"
                                     << R"("optimizer.betas" must be a list of 2 numbers, not [0,0,0].)";
        QTest::newRow("below") << R"({"adapter": {"r": 0}})"
                               << R"("adapter.r" is 0; it must be at least 1.)";
        QTest::newRow("at an open end") << R"({"data": {"validation_split": 1}})"
                                        << R"("data.validation_split" is 1; it must be at least 0 and below 1.)";
        QTest::newRow("in a map") << R"({"adapter": {"rank_pattern": {"a.b": 0}}})"
                                  << R"("adapter.rank_pattern.a.b" is 0; it must be at least 1.)";
        QTest::newRow("choice")
            << R"({"precision": {"compute": "bf16"}})"
            << R"("precision.compute" is "bf16"; it must be one of: auto, bfloat16, float16, float32.)";
        QTest::newRow("kind")
            << R"({"adapter": {"kind": "lorra"}})"
            << R"("adapter.kind" is "lorra"; it must be one of: none, lora, prefix_tuning, bottleneck, ia3, prompt_tuning, p_tuning.)";
        QTest::newRow("no object") << "[]"
                                   << R"("the configuration" must be an object, not [].)";
    }
    void wrongValueIsRefused() {
        QFETCH(QString, json);
        QFETCH(QString, message);

        const Error error = errorOf(json.toStdString());

        QCOMPARE(error.kind, ErrorKind::BadConfig);
        QCOMPARE(QString::fromStdString(error.message), message);
        QVERIFY(!error.hint.empty());
    }

    void errorInAFileNamesTheFile() {
        const QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "config.json";
        writeFileAtomically(file, R"({"sed": 1})");

        try {
            (void)readRunConfig(file);
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.facts.at("file"), file.string());
            QCOMPARE(error.facts.at("nearest"), std::string("seed"));
        }
    }
};

FETTLE_TEST(ReadConfigTest)
#include "read_config_test.moc"
