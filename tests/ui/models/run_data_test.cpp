#include "tests/support/test_main.h"
#include "ui/models/run_data.h"

using namespace fettle;
using namespace fettle::ui;

namespace {

Json step(std::int64_t number, double loss, double time = 0) {
    return {{"type", "step"}, {"step", number},         {"loss", loss},
            {"time", time},   {"tokens", 100 * number}, {"tokens_per_second", 100}};
}

RunData after(const std::vector<Json>& events) {
    RunData data;
    for (const Json& event : events)
        data.apply(event);
    return data;
}

const Json kStarted = {{"type", "started"}, {"at", "2026-01-02T03:04:05Z"}, {"device", "cpu"}};

} // namespace

class RunDataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunIsReadAsFarAsItCame() {
        const RunData data = after({kStarted, {{"type", "plan"}, {"steps", 300}}, step(1, 3), step(2, 2)});

        QCOMPARE(data.step, 2);
        QCOMPARE(data.totalSteps, 300);
        QCOMPARE(data.loss, 2.0);
        QCOMPARE(data.state, RunState::Training);
        QCOMPARE(data.startedAt.toUTC().toString(Qt::ISODate), "2026-01-02T03:04:05Z");
    }

    void aRestartTakesStepsBack() {
        const RunData data = after({kStarted,
                                    step(1, 5),
                                    step(2, 4),
                                    step(3, 3),
                                    {{"type", "evaluation"}, {"step", 3}, {"eval_loss", 1}},
                                    {{"type", "started"}, {"resumed_from", 2}},
                                    step(3, 2.5)});

        QCOMPARE(data.metrics.steps.values("loss"), std::vector<double>({5, 4, 2.5}));
        QCOMPARE(data.metrics.evaluations.size(), 0u);
        QVERIFY(!data.bestEvaluation.has_value());
        QCOMPARE(data.cuts(), 1);
    }

    void theBestEvaluationIsTheLowest() {
        const RunData data = after({kStarted,
                                    {{"type", "evaluation"}, {"step", 1}, {"eval_loss", 2.0}},
                                    {{"type", "evaluation"}, {"step", 2}, {"eval_loss", 1.5}},
                                    {{"type", "evaluation"}, {"step", 3}, {"eval_loss", 1.8}}});

        QCOMPARE(data.bestEvaluation.value(), 1.5);
        QCOMPARE(data.lastEvaluation.value(), 1.8);
    }

    void theBestEvaluationGoesByItsMetric() {
        RunData data;
        data.evaluationMetric = "eval_rewards/accuracies";
        for (const double share : {0.5, 0.75, 0.625})
            data.apply({{"type", "evaluation"}, {"step", 1}, {"eval_loss", share}, {"eval_rewards/accuracies", share}});

        QCOMPARE(data.bestEvaluation.value(), 0.75);
        QCOMPARE(data.lastEvaluation.value(), 0.625);
    }

    void theMemoryIsTheOneToldLast() {
        const auto measured = [](int peak) { return Json{{"peak", peak}}; };
        Json first = step(1, 3), end = {{"type", "ended"}, {"reason", "finished"}};
        first["measured_memory"] = measured(70);
        end["measured_memory"] = measured(72);

        QCOMPARE(after({kStarted, first, step(2, 2)}).measuredMemory.at("peak").get<int>(), 70);
        QCOMPARE(after({kStarted, first, step(2, 2), end}).measuredMemory.at("peak").get<int>(), 72);
        QVERIFY(after({kStarted}).ledger().is_null());
        QCOMPARE(after({kStarted, {{"type", "plan"}, {"ledger", {{"total", 9}}}}}).ledger().at("total").get<int>(), 9);
    }

    void timeCountsTrainingOverAllStarts() {
        // First steps take 100 tokens / 100 tokens a second; the second one 2 s by the clock.
        const RunData data = after(
            {kStarted, step(1, 3, 10), step(2, 3, 12), {{"type", "started"}, {"resumed_from", 2}}, step(3, 3, 50)});

        QCOMPARE(data.metrics.steps.x(XAxis::Seconds), std::vector<double>({1, 3, 4}));
    }

    void aPauseIsNoTrainingTime() {
        const RunData data =
            after({kStarted, step(1, 3, 1), {{"type", "paused"}}, {{"type", "resumed"}}, step(2, 3, 500)});

        QCOMPARE(data.seconds, 2.0);
    }

    void theTimeLeftFollowsTheSpeed() {
        const RunData data = after({kStarted, {{"type", "plan"}, {"steps", 10}}, step(1, 3, 1), step(2, 3, 2)});

        QCOMPARE(data.secondsLeft(), 8.0);
    }

    void endsAreTold_data() {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<RunState>("state");
        QTest::newRow("finished") << QByteArray(R"({"type":"ended","reason":"finished"})") << RunState::Finished;
        QTest::newRow("early") << QByteArray(R"({"type":"ended","reason":"early_stopped"})") << RunState::Finished;
        QTest::newRow("stopped") << QByteArray(R"({"type":"ended","reason":"stopped"})") << RunState::Stopped;
        QTest::newRow("failed") << QByteArray(R"({"type":"failed","kind":"non_finite"})") << RunState::Failed;
        QTest::newRow("paused") << QByteArray(R"({"type":"paused"})") << RunState::Paused;
    }
    void endsAreTold() {
        QFETCH(QByteArray, event);
        QFETCH(RunState, state);
        RunData data = after({kStarted, step(1, 3)});

        data.applyLine(event.toStdString());

        QCOMPARE(data.state, state);
    }

    void whatIsNoEventIsCounted() {
        RunData data;

        for (const char* line : {"", "garbage", "[1]", "{}", R"({"type":7})", R"({"type":"step"})",
                                 R"({"type":"evaluation","step":"one"})"})
            data.applyLine(line);

        QCOMPARE(data.badLines, 7);
    }

    void valuesOfAWrongTypeDoNoHarm() {
        RunData data;

        data.applyLine(R"({"type":"started","at":5,"parameters":[1],"resumed_from":"x"})");
        data.applyLine(R"({"type":"step","step":1,"loss":"high","tokens":"many","time":null})");
        data.applyLine(R"({"type":"plan","steps":"all"})");
        data.applyLine(R"({"type":"warning","message":{}})");
        data.applyLine(R"({"type":"failed","facts":[],"kind":1})");

        QCOMPARE(data.step, 1);
        QCOMPARE(data.state, RunState::Failed);
    }

    void anEventThatCameTwiceCountsOnce() {
        Json first = step(1, 3), second = step(2, 2);
        first["seq"] = 5;
        second["seq"] = 6;

        const RunData data = after({kStarted, first, second, first, second});

        QCOMPARE(data.metrics.steps.size(), 2u);
    }
};

FETTLE_TEST(RunDataTest)
#include "run_data_test.moc"
