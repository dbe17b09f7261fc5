// score, generate and tokenize on stories260K against a float64 forward pass of the same weights.
#include "core/base/files.h"
#include "tests/app/fettle/program.h"
#include "tests/support/stories.h"

#include <QTemporaryDir>

#include <cmath>

using namespace fettle;
using namespace fettle::test;

namespace {

const QString kModel = QString::fromStdString(kStories.string());

} // namespace

class StoriesVerbsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kStories)) QSKIP("the fixture models/stories260K is missing");
        m_expected = readJson(kStories / "expected.json");
    }

    void meanLossOfIdsAndOfText() {
        const QTemporaryDir folder;
        const QString rows = folder.filePath("rows.jsonl");
        const Json byIds = {{"input_ids", m_expected["ids_with_bos"]}}, byText = {{"text", m_expected["prompt"]}};
        writeText(rows, QByteArray::fromStdString(byIds.dump() + "\n" + byText.dump() + "\n"));

        const Ended ended = fettle::test::fettle({"score", "--model", kModel, "--file", rows, "--json"});

        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(ended.lines().size(), 2);
        QCOMPARE(ended.json(1).at("input_ids"), m_expected["ids_with_bos"]);
        for (const qsizetype line : {0, 1})
            QVERIFY(std::abs(-ended.json(line).at("mean").get<double>() - m_expected["mean_nll"].get<double>()) < 2e-5);
    }

    void wholeVocabularyAtTheLastPosition() {
        const Ended ended = fettle::test::fettle(
            {"generate", "--model", kModel, "--ids", commaList(m_expected["ids_with_bos"]), "--dtype", "float32",
             "--max-tokens", "1", "--temperature", "0", "--logprobs", "512", "--json"});

        QCOMPARE(ended.exitCode, 0);
        const auto logits = m_expected["logits_last_position"].get<std::vector<double>>();
        double sum = 0;
        for (const double logit : logits)
            sum += std::exp(logit);
        const Json result = ended.json(ended.lines().size() - 1);
        const Json& top = result.at("logprobs").at(0).at("top");
        QCOMPARE(top.size(), logits.size());
        for (const Json& token : top) {
            const double expected = logits[token.at("id").get<std::size_t>()] - std::log(sum);
            QVERIFY(std::abs(token.at("logprob").get<double>() - expected) < 1e-4);
        }
    }

    void greedyTextIsTheReferences() {
        const Json& greedy = m_expected["greedy_from_bos"];
        const Ended ended =
            fettle::test::fettle({"generate", "--model", kModel, "--ids", "1", "--dtype", "float32", "--max-tokens",
                                  QString::number(greedy.size() - 1), "--temperature", "0", "--json"});

        QCOMPARE(ended.exitCode, 0);
        const Json result = ended.json(ended.lines().size() - 1);
        QCOMPARE(result.at("output_ids"), Json(std::vector<Json>(greedy.begin() + 1, greedy.end())));
        QCOMPARE(QString::fromStdString(result.at("text").get<std::string>()).trimmed(),
                 QString::fromStdString(m_expected["greedy_text"].get<std::string>()).trimmed());
    }

    void tokenizerCases() {
        for (const Json& wanted : m_expected["tokenizer_cases"]) {
            const Ended ended = fettle::test::fettle({"tokenize", "--model", kModel, "--no-special-tokens", "--text",
                                                      QString::fromStdString(wanted["text"].get<std::string>())});
            QCOMPARE(ended.exitCode, 0);
            QCOMPARE(ended.json().at("input_ids"), wanted["ids"]);
        }
    }

    void anIdThatTheModelLacksIsNamed() {
        const Ended ended = fettle::test::fettle({"generate", "--model", kModel, "--ids", "1,99999", "--json"});

        QCOMPARE(ended.exitCode, 2);
        QCOMPARE(ended.error().at("kind").get<std::string>(), std::string("bad_usage"));
        QCOMPARE(ended.error().at("facts").at("id").get<std::string>(), std::string("99999"));
    }

    void brokenRowIsNamed() {
        const QTemporaryDir folder;
        const QString rows = folder.filePath("rows.jsonl");
        writeText(rows, "{\"text\": \"One day\"}\n{\"txet\": \"One day\"}\n");

        const Ended ended = fettle::test::fettle({"score", "--model", kModel, "--file", rows, "--json"});

        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(QString::fromStdString(ended.error().at("facts").at("line").get<std::string>()), QString("2"));
    }

private:
    Json m_expected;
};

FETTLE_TEST(StoriesVerbsTest)
#include "stories_verbs_test.moc"
