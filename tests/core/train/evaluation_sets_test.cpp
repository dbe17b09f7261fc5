// Evaluation sets: rows beside the validation rows whose loss is reported under their own names.
#include "core/config/metrics.h"
#include "tests/support/temp_run.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const Json kTexts =
    Json::array({{{"text", "Once upon a time there was a dog."}}, {{"text", "The cat ran home and slept."}}});

// Two steps of `objective` on rows of its own kind, `kTexts` as both validation rows and the set "general".
Json configOf(const TempRun& run, const Json& rows, const Json& objective) {
    const std::string texts = run.writeRows("texts.jsonl", kTexts);
    return {{"model", {{"path", "pocket"}, {"dtype", "float32"}}},
            {"data", {{"train", Json::array({{{"path", run.writeRows("rows.jsonl", rows)}}})}, {"max_length", 64}}},
            {"objective", objective},
            {"adapter", {{"kind", "lora"}, {"r", 4}}},
            {"batch", {{"per_device_batch_size", 1}, {"gradient_accumulation_steps", 1}}},
            {"duration", {{"max_steps", 2}}},
            {"precision", {{"compute", "float32"}}},
            {"evaluation", {{"every_steps", 1}, {"sets", Json::array({{{"name", "general"}, {"path", texts}}})}}}};
}

} // namespace

class EvaluationSetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSetOfTheValidationRowsHasTheirLoss() {
        const TempRun run;
        Json config = configOf(run, kTexts, {{"kind", "sft"}});
        config["data"]["validation"] = config["data"]["train"];
        run.configure(config);

        const RunHistory history = run.train();

        QCOMPARE(std::ssize(history.evaluations), 2);
        for (const Json& evaluation : history.evaluations)
            QCOMPARE(evaluation.at("eval_general_loss").get<double>(), evaluation.at("eval_loss").get<double>());
        QVERIFY(!history.evaluations.at(0).contains("eval_general_entropy"));
    }

    // A comparing objective has no other rows to judge, and its texts still have their loss per token. Nothing moves.
    void everyObjectiveTakesTexts() {
        const TempRun run, plain;
        const Json pairs = Json::array({{{"prompt", "Once"}, {"chosen", " upon a time"}, {"rejected", " there"}},
                                        {{"prompt", "A dog"}, {"chosen", " ran."}, {"rejected", " was a cat."}}});
        Json config = configOf(run, pairs, {{"kind", "dpo"}});
        config["data"]["validation_split"] = 0;
        config["optimizer"] = {{"learning_rate", 0}};
        run.configure(config);
        Json textConfig = configOf(plain, kTexts, {{"kind", "sft"}});
        textConfig["optimizer"] = {{"learning_rate", 0}};
        plain.configure(textConfig);

        const RunHistory history = run.train(), expected = plain.train();

        QCOMPARE(std::ssize(history.evaluations), 2);
        QVERIFY(!history.evaluations.at(0).contains("eval_loss"));
        QCOMPARE(history.evaluations.at(0).at("eval_general_loss"), expected.evaluations.at(0).at("eval_general_loss"));
    }

    void itsLossIsKnownByTheSetsName() {
        const Metric metric = metricNamed("eval_general_loss", DpoObjective{});

        QCOMPARE(metric.set, std::string("general"));
        QVERIFY(metric.isEvaluation && metric.better == Better::Lower && metric.unit == MetricUnit::NatsPerToken);
        QVERIFY(metricNamed("eval_nll_loss").set.empty()); // ORPO's own
    }
};

FETTLE_TEST(EvaluationSetsTest)
#include "evaluation_sets_test.moc"
