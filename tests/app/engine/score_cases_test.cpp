// Keys of config.json that change the numbers, in the situations of public reports: a head of its own under a tied flag
// (vllm-project/vllm issue 6758), a window that the family does not have (huggingface/transformers issue 38002),
// factors of YaRN (vllm-project/vllm issue 48621). Expected values are transformers' own.
#include "tests/app/fettle/program.h"
#include "tests/support/cases.h"

#include <cmath>

using namespace fettle;
using namespace fettle::test;

class ScoreCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { FETTLE_NEEDS_CASE("."); }

    void logProbabilitiesAreTheReferences_data() {
        QTest::addColumn<std::string>("situation");
        for (const char* name : {"tied-own-head", "llama-sliding-window", "yarn-mscale"})
            QTest::newRow(name) << std::string(name);
    }
    void logProbabilitiesAreTheReferences() {
        QFETCH(std::string, situation);
        const auto file = [&](const char* name) { return QString::fromStdString(kCases / situation / name); };

        const Ended ended = fettle::test::fettle(
            {"score", "--model", file("model"), "--file", file("row.jsonl"), "--dtype", "float32", "--json"});

        QCOMPARE(ended.exitCode, 0);
        const Json expected = expectedOf(situation).at("model"), found = ended.json().at("logprobs");
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 1; i < expected.size(); ++i)
            QVERIFY(std::abs(found[i].get<double>() - expected[i].get<double>()) < 1e-4);
    }
};

FETTLE_TEST(ScoreCasesTest)
#include "score_cases_test.moc"
