// Full tuning with products in bf16: what is trained, saved and restored are the weights that the products use.
#include "core/train/evaluator.h"
#include "core/train/run_parts.h"
#include "tests/support/temp_run.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

Json rows() {
    Json all = Json::array();
    for (int i = 0; i < 24; ++i)
        all.push_back({{"text", "Once upon a time there was " + std::string(static_cast<std::size_t>(i % 7 + 1), 'a') +
                                    " dog named Max."}});
    return all;
}

Json configOf(const TempRun& run, const std::string& compute) {
    return {{"model", {{"path", "pocket"}, {"dtype", "float32"}}},
            {"device", "cpu"},
            {"data",
             {{"train", Json::array({{{"path", run.writeRows("rows.jsonl", rows())}}})},
              {"validation", Json::array({{{"path", run.writeRows("held.jsonl", rows())}}})}}},
            {"adapter", {{"kind", "none"}}},
            {"optimizer", {{"kind", "adamw"}, {"learning_rate", 1e-3}}},
            {"batch", {{"per_device_batch_size", 4}, {"gradient_accumulation_steps", 1}}},
            {"duration", {{"max_steps", 12}}},
            {"precision", {{"compute", compute}}},
            {"evaluation", {{"every_steps", 0}}},
            {"checkpoint", {{"every_steps", 12}}}};
}

double lastEvalLoss(const TempRun& run, const std::string& compute) {
    run.configure(configOf(run, compute));
    return run.train().evaluations.back().at("eval_loss").get<double>();
}

double evalLoss(const RunParts& parts, const Trainable& trainable) {
    const auto objective = makeObjective(parts.config.objective);
    return Evaluator(parts).evaluate(objective, trainable, parts.compute).at("eval_loss");
}

} // namespace

class Bf16FullTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsNearFloat32() {
        const TempRun wide, narrow;

        const double expected = lastEvalLoss(wide, "float32"), loss = lastEvalLoss(narrow, "bfloat16");

        QVERIFY2(std::abs(loss - expected) < 0.05, qPrintable(QString("%1, not %2").arg(loss).arg(expected)));
    }

    void theSavedModelHasTheLossThatTheRunReported() {
        const TempRun run;
        const double reported = lastEvalLoss(run, "bfloat16");
        Json config = configOf(run, "bfloat16");
        config["model"]["path"] = run.folder().modelFolder().string();

        const RunParts parts = prepareRun(parseRunConfig(config), std::nullopt, [](const Json&) {});
        const double saved = evalLoss(parts, loadTrainable(parts, [](const Json&) {}));

        QCOMPARE(saved, reported);
    }

    // The model has computed with its first weights before the checkpoint's are copied into it.
    void aRestoredModelComputesWithTheCheckpointsWeights() {
        const TempRun run;
        const double reported = lastEvalLoss(run, "bfloat16");
        const RunParts parts = prepareRun(parseRunConfig(configOf(run, "bfloat16")), std::nullopt, [](const Json&) {});
        Trainable trainable = loadTrainable(parts, [](const Json&) {});
        QVERIFY(evalLoss(parts, trainable) > reported);

        trainable.restore(run.folder().checkpointFolder(12) / "model");

        QCOMPARE(evalLoss(parts, trainable), reported);
    }
};

FETTLE_TEST(Bf16FullTest)
#include "bf16_full_test.moc"
