// What goes into a model and what ends an answer, in the situations of public reports: stop texts that are special
// tokens (vllm-project/vllm issue 2123), sampling values outside their range (huggingface/transformers issue 48214),
// adapters with a template of their own (allenai/open-instruct issue 56), tokens without a row in the model
// (huggingface/tokenizers issue 1609). Expected values are transformers' own.
#include "core/base/files.h"
#include "tests/app/fettle/program.h"
#include "tests/support/cases.h"

#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;

class GenerateCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { FETTLE_NEEDS_CASE("."); }

    void aSpecialTokenStopsWhereItIsAskedFor() {
        const Json expected = expectedOf("stop-special-token");
        QStringList arguments = {"generate",
                                 "--model",
                                 caseFile("stop-special-token/model"),
                                 "--ids",
                                 commaList(expected.at("ids")),
                                 "--temperature",
                                 "0",
                                 "--max-tokens",
                                 "12",
                                 "--json"};

        const Json free = fettle::test::fettle(arguments).json();
        const Json stopped =
            fettle::test::fettle(arguments << "--stop"
                                           << QString::fromStdString(expected.at("stop").get<std::string>()))
                .json();

        QCOMPARE(free.at("output_ids"), expected.at("greedy"));
        QCOMPARE(stopped.at("output_ids"), expected.at("with_stop"));
        QCOMPARE(stopped.at("stop").get<std::string>(), std::string("stop_string"));
        QVERIFY(stopped.at("text").get<std::string>().find("<|") == std::string::npos);
    }

    void samplingValuesHaveTheirRange_data() {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::newRow("penalty 0") << "--repetition-penalty"
                                   << "0";
        QTest::newRow("penalty -1") << "--repetition-penalty"
                                    << "-1";
        QTest::newRow("penalty nan") << "--repetition-penalty"
                                     << "nan";
        QTest::newRow("temperature -1") << "--temperature"
                                        << "-1";
        QTest::newRow("min-p 1.5") << "--min-p"
                                   << "1.5";
        QTest::newRow("top-p -0.5") << "--top-p"
                                    << "-0.5";
    }
    void samplingValuesHaveTheirRange() {
        QFETCH(QString, option);
        QFETCH(QString, value);

        const Ended ended = fettle::test::fettle(
            {"generate", "--model", "pocket", "--prompt", "Who", "--max-tokens", "3", "--json", option + "=" + value});

        QVERIFY(ended.exitCode != 0);
        QCOMPARE(ended.error().at("kind").get<std::string>(), std::string("bad_usage"));
        QVERIFY(ended.error().at("message").get<std::string>().starts_with(option.toStdString() + " must be "));
    }

    void anAdaptersTemplateIsUsed() {
        const Ended ended =
            fettle::test::fettle({"generate", "--model", caseFile("adapter-template/model"), "--adapter",
                                  caseFile("adapter-template/adapter"), "--messages",
                                  caseFile("adapter-template/messages.json"), "--max-tokens", "1", "--json"});

        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(ended.json().at("input_ids"), expectedOf("adapter-template").at("input_ids"));
    }

    void aMergedFolderHasTheAdaptersTemplate() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("merged");

        const Ended ended = fettle::test::fettle({"merge", "--model", caseFile("adapter-template/model"), "--adapter",
                                                  caseFile("adapter-template/adapter"), "--out", out, "--json"});

        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(readFile((out + "/chat_template.jinja").toStdString()),
                 readFile(kCases / "adapter-template/adapter/chat_template.jinja"));
        QVERIFY(QFile::exists(out + "/tokenizer.json"));
    }

    void tokensBeyondTheRowsAreRefusedByName_data() {
        QTest::addColumn<QStringList>("arguments");
        const QString model = caseFile("tokens-beyond-rows/model");
        QTest::newRow("generate") << QStringList{"generate",           "--model",      model, "--prompt",
                                                 "left <extra> right", "--max-tokens", "2",   "--json"};
        QTest::newRow("score") << QStringList{
            "score", "--model", model, "--file", caseFile("tokens-beyond-rows/text.jsonl"), "--json"};
    }
    void tokensBeyondTheRowsAreRefusedByName() {
        QFETCH(QStringList, arguments);

        const Ended ended = fettle::test::fettle(arguments);

        QVERIFY(ended.exitCode > 0);
        const std::string message = ended.error().at("message");
        for (const char* fact : {"<extra>", "300"})
            QVERIFY2(message.find(fact) != std::string::npos, message.c_str());
    }

    void rowsWithTokensBeyondTheRowsAreDropped() {
        Json config = readJson(kCases / "tokens-beyond-rows/run/config.json");
        config["model"]["path"] = kCases / "tokens-beyond-rows/model";
        config["data"]["train"][0]["path"] = kCases / "tokens-beyond-rows/data.jsonl";
        const QTemporaryDir run;
        const QString path = run.filePath("config.json");
        writeJson(path.toStdString(), config);

        const Json plan = fettle::test::fettle({"plan", path, "--json"}).json();
        const Ended trained = fettle::test::fettle({"train", run.path(), "--json"});

        const std::string problem = plan.at("problems").at(0).dump();
        for (const char* fact : {"Line 6", "<extra>", "300"})
            QVERIFY2(problem.find(fact) != std::string::npos, problem.c_str());
        QCOMPARE(trained.exitCode, 0);
        QCOMPARE(trained.json(trained.lines().size() - 1).at("type").get<std::string>(), std::string("ended"));
    }
};

FETTLE_TEST(GenerateCasesTest)
#include "generate_cases_test.moc"
