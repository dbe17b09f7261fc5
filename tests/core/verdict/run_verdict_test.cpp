#include "core/verdict/run_verdict.h"

#include "core/base/error.h"
#include "tests/support/test_main.h"

using namespace fettle;

namespace {

std::vector<HeldOut> questions(int count) {
    std::vector<HeldOut> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({.prompt = {1},
                        .sequence = {{1, 2}, {0, 1}},
                        .question = "question " + std::to_string(i),
                        .expected = "answer " + std::to_string(i) + ", as it should be",
                        .origin = {"rows.jsonl", i + 1, true}});
    return rows;
}

SideResult side(const std::vector<HeldOut>& rows, int right, double loss) {
    SideResult result{.losses = std::vector<double>(rows.size(), loss), .probeLosses = {3, 4, 5}};
    for (std::size_t i = 0; i < rows.size(); ++i)
        result.answers.push_back({static_cast<int>(i) < right ? rows[i].expected : "no idea", 3});
    return result;
}

} // namespace

class RunVerdictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moreRightAnswersAreBetter() {
        const auto rows = questions(40);

        const RunVerdict verdict = judgeRun(rows, side(rows, 4, 3), side(rows, 30, 1));

        QCOMPARE(verdict.scorer, std::string("exact_match"));
        QCOMPARE(verdict.score->base, 0.1);
        QCOMPARE(verdict.score->tuned, 0.75);
        QCOMPARE(verdict.loss.mean, -2.0);
        QCOMPARE(verdict.probes->mean, 0.0);
        QCOMPARE(verdict.overall(), Verdict::Better);
    }

    void theScoreDecidesOverTheLoss() {
        const auto rows = questions(40);

        const RunVerdict verdict = judgeRun(rows, side(rows, 30, 3), side(rows, 4, 1));

        QCOMPARE(verdict.overall(), Verdict::Worse);
        QCOMPARE(verdictOf(verdict.loss, false), Verdict::Better);
    }

    void withoutQuestionsTheLossDecides() {
        auto rows = questions(40);
        for (HeldOut& row : rows)
            row.prompt.clear();

        const RunVerdict verdict = judgeRun(rows, side(rows, 0, 3), side(rows, 0, 1));

        QVERIFY(!verdict.score && verdict.scorer.empty());
        QCOMPARE(verdict.overall(), Verdict::Better);
        QVERIFY(toJson(verdict)["score"].is_null());
    }

    void whatChangedMostIsShown() {
        const auto rows = questions(40);
        SideResult base = side(rows, 20, 2), tuned = side(rows, 20, 2);
        base.answers[3].text = "no idea";
        tuned.answers[30].text = rows[30].expected;
        tuned.losses[5] = 1;

        const Json shown = toJson(judgeRun(rows, base, tuned));

        QCOMPARE(shown["improved"][0]["question"], "question 3");
        QCOMPARE(shown["improved"][1]["question"], "question 30");
        QCOMPARE(shown["improved"][2]["question"], "question 5");
        QCOMPARE(shown["improved"].size(), 3u);
        QVERIFY(shown["worsened"].empty());
        QCOMPARE(shown["verdict"], "no_difference_shown");
    }

    void onlyTenAreShown() {
        const auto rows = questions(40);

        const Json shown = toJson(judgeRun(rows, side(rows, 30, 1), side(rows, 4, 3)));

        QVERIFY(shown["improved"].empty());
        QCOMPARE(shown["worsened"].size(), 10u);
        QCOMPARE(shown["verdict"], "worse");
    }

    void anotherScorerCanBeChosen() {
        const auto rows = questions(10);

        QCOMPARE(judgeRun(rows, side(rows, 1, 1), side(rows, 5, 1), "numeric").scorer, std::string("numeric"));
        QVERIFY_EXCEPTION_THROWN((void)judgeRun(rows, side(rows, 1, 1), side(rows, 5, 1), "bleu"), Error);
    }
};

FETTLE_TEST(RunVerdictTest)
#include "run_verdict_test.moc"
