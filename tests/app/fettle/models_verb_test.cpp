#include "tests/app/fettle/program.h"

#include <QTemporaryDir>

using namespace fettle;
using fettle::test::Ended;

// models and plan.
class ModelsVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!QFile::exists(m_models)) QSKIP("the model fixtures are missing");
    }

    void usableModelComesWithItsFacts() {
        const Json model = found("stories260K/hf-derived");

        QVERIFY(model.at("usable").get<bool>());
        QCOMPARE(model.at("family").get<std::string>(), std::string("llama"));
        // 512 * 64 vocabulary, 5 layers of q, o 64 * 64, k, v 64 * 32, three 64 * 172 and two norms, one norm; head
        // tied.
        QCOMPARE(model.at("parameters").get<int>(), 512 * 64 + 5 * (2 * 4096 + 2 * 2048 + 3 * 11008 + 2 * 64) + 64);
    }

    void tableIsForPeople() {
        const Ended ended = test::fettle({"models", m_models + "/stories260K"});

        QVERIFY(ended.out.startsWith("NAME"));
        QVERIFY(ended.out.contains("260,032"));
    }

    void missingFolderIsAnError() {
        const Ended ended = test::fettle({"models", "/nonexistent", "--json"});

        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(ended.error().at("kind").get<std::string>(), std::string("file_not_found"));
    }

    void planCountsWithoutLoadingWeights() {
        const QTemporaryDir folder;
        test::writeText(folder.filePath("rows.jsonl"),
                        "{\"text\": \"Once upon a time\"}\n{\"text\": \"there was a girl\"}\n");
        const Json config = {
            {"model", {{"path", (m_models + "/stories260K/hf-derived").toStdString()}}},
            {"data", {{"train", {{{"path", folder.filePath("rows.jsonl").toStdString()}}}}, {"validation_split", 0}}},
            {"batch", {{"per_device_batch_size", 1}, {"gradient_accumulation_steps", 1}}},
            {"adapter", {{"r", 4}, {"target_modules", {"q_proj"}}}},
            {"duration", {{"num_train_epochs", 3}}}};
        test::writeText(folder.filePath("run.json"), QByteArray::fromStdString(config.dump()));

        const Ended planned = test::fettle({"plan", folder.filePath("run.json"), "--json"});

        QVERIFY2(planned.exitCode == 0, planned.out);
        QCOMPARE(planned.json().at("steps").get<int>(), 2 * 3);
        QVERIFY(test::fettle({"plan", folder.filePath("run.json")}).out.contains("2,560 trained of 262,592"));
    }

    void planOfWhatCannotStartIsAnError() {
        const QTemporaryDir folder;
        test::writeText(folder.filePath("run.json"), "{}");

        const Ended planned = test::fettle({"plan", folder.filePath("run.json"), "--json"});

        QCOMPARE(planned.exitCode, 1);
        QCOMPARE(planned.error().at("facts").at("key").get<std::string>(), std::string("data.train"));
    }

private:
    Json found(const std::string& name) {
        const Json listed = test::fettle({"models", m_models, "--json"}).json();
        for (const Json& model : listed.at("models"))
            if (model.at("path").get<std::string>().ends_with(name)) return model;
        return {};
    }
    const QString m_models = QStringLiteral(FETTLE_FIXTURES "/models");
};

FETTLE_TEST(ModelsVerbTest)
#include "models_verb_test.moc"
