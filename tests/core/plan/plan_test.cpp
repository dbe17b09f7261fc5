#include "core/plan/plan.h"

#include "core/plan/parameters.h"
#include "core/plan/plan_warnings.h"
#include "tests/core/plan/small_run.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fettle;
using namespace fettle::test;

namespace {

Plan planOf(const RunConfig& config, const PreparedData& data = rowsOf(2260, 100),
            const DeviceFacts& device = bigCpu()) {
    return makePlan(config, smolLm2(), data, device);
}

bool warnsOf(const Plan& plan, const std::string& key) {
    return std::any_of(plan.warnings.begin(), plan.warnings.end(),
                       [&](const ConfigProblem& each) { return each.key == key && each.isWarning; });
}

bool refuses(const Plan& plan, const std::string& key) {
    return std::any_of(plan.warnings.begin(), plan.warnings.end(),
                       [&](const ConfigProblem& each) { return each.key == key && !each.isWarning; });
}

RunConfig quiet() {
    RunConfig run = walkThrough();
    run.schedule.kind = ConstantWithWarmupSchedule{};
    return run;
}

} // namespace

class PlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWalkThroughIsCountedToTheDigit() {
        const Plan plan = planOf(walkThrough());

        QCOMPARE(plan.steps, 565); // 2,260 rows / 2 / 2
        QCOMPARE(plan.parametersTrained, 1'831'680);
        QCOMPARE(plan.parametersTotal, 136'346'688);
        QCOMPARE(plan.adapterFileBytes, std::uint64_t{7'326'720}); // 4 bytes each: 7.3 MB
        QCOMPARE(plan.tokens, 226'000);
        QCOMPARE(plan.longestMicroBatch, 200);
        QCOMPARE(plan.learningRate, 2e-4);
        QVERIFY(plan.canStart());
    }

    void constantSaysThatItIgnoresTheWarmUp() {
        QVERIFY(warnsOf(planOf(walkThrough()), "schedule.kind"));
        QCOMPARE(planOf(walkThrough()).warmupSteps, 0);
        QVERIFY(planOf(quiet()).warnings.empty());
    }

    void fullTuningTrainsEveryParameterOnce() {
        RunConfig run = quiet();
        run.adapter = NoAdapter{};

        const Plan plan = planOf(run);

        QCOMPARE(plan.parametersTrained, 134'515'008);
        QCOMPARE(plan.parametersTotal, 134'515'008);
        QCOMPARE(plan.adapterFileBytes, std::uint64_t{0});
        QCOMPARE(plan.learningRate, 2e-5);
    }

    // 30 layers of 2 (576 x 576 + 192 x 576) + 3 x 1536 x 576 + 2 x 576; the last three, with AdamW and in bf16.
    void aPartOfTheModelIsCountedAlone() {
        RunConfig run = quiet();
        run.adapter = NoAdapter{.trainable = {"model.norm"}, .lastLayers = 3};
        run.gradientCheckpointing = "off";
        run.model.dtype = "bfloat16";
        const std::int64_t layer = 2 * (576 * 576 + 192 * 576) + 3 * 1536 * 576 + 2 * 576, trained = 3 * layer + 576;
        const std::int64_t matrices = 3 * (layer - 2 * 576);

        const Plan part = planOf(run);
        run.adapter = NoAdapter{};
        const Plan whole = planOf(run);

        QCOMPARE(part.parametersTrained, trained);
        QCOMPARE(part.parametersTotal, 134'515'008);
        QCOMPARE(part.memory.optimizer, std::uint64_t(8 * trained));
        QCOMPARE(part.memory.gradients, std::uint64_t(4 * trained));
        // Trained: fp32, and cast to bf16 for products. Frozen: as it is stored, in bf16.
        QCOMPARE(part.computeDtype, std::string("bfloat16"));
        QCOMPARE(part.modelDtype, std::string("bfloat16"));
        QCOMPARE(part.memory.weights, std::uint64_t(4 * trained + 2 * matrices + 2 * (134'515'008 - trained)));
        QVERIFY(part.memory.activations <
                whole.memory.activations / 8); // of 3 layers instead of 30, and the stream's end
    }

    void targetsAndRankPatternsDecideTheCount() {
        RunConfig run = quiet();
        run.adapter = LoraConfig{.r = 4,
                                 .targetModules = std::vector<std::string>{"q_proj", "k_proj"},
                                 .rankPattern = {{"layers.0.self_attn.q_proj", 8}}};

        // 30 layers: q 4 (576 + 576), k 4 (576 + 192); layer 0's q has twice the rank.
        QCOMPARE(countParameters(run, smolLm2()).trained, 30 * (4608 + 3072) + 4608);
    }

    void theModulesOfATargetListMustExist() {
        RunConfig run = quiet();
        run.adapter = LoraConfig{.targetModules = std::vector<std::string>{"c_attn"}};

        QVERIFY_EXCEPTION_THROWN((void)planOf(run), Error);
    }

    void tokensOfAPartialEpochAreThoseOfItsSteps() {
        RunConfig run = quiet();
        run.duration.maxSteps = 600; // 565 and 35 more of 4 rows each

        QCOMPARE(planOf(run).tokens, 226'000 + 35 * 4 * 100);
        QCOMPARE(planOf(run).tokensPerEpoch, 226'000);
    }

    void fewStepsAreWarnedOfOnlyUnderPacking() {
        RunConfig run = quiet();
        QVERIFY(!warnsOf(planOf(run, rowsOf(40, 100)), "data.packing"));

        run.data.packing = true;

        QVERIFY(warnsOf(planOf(run, rowsOf(40, 100)), "data.packing"));    // 4 bins of 1,024: 1 step
        QVERIFY(!warnsOf(planOf(run, rowsOf(2260, 100)), "data.packing")); // 226 bins: 57 steps
    }

    void aLengthAboveTheContextIsLowered() {
        RunConfig run = quiet();
        run.data.maxLength = 10000;

        const Plan plan = planOf(run);

        QCOMPARE(plan.maxLength, 8192);
        QVERIFY(warnsOf(plan, "data.max_length"));
        QVERIFY(!warnsOf(planOf(quiet()), "data.max_length"));
    }

    void aLearningRateOfAnotherMethodIsWarnedOf() {
        RunConfig run = quiet();
        run.optimizer.learningRate = 1e-5; // a twentieth of LoRA's

        QVERIFY(warnsOf(planOf(run), "optimizer.learning_rate"));
    }

    void droppedRowsAreWarnedOfAndListed() {
        PreparedData data = rowsOf(2260, 100);
        data.train.counts.read = 2263;
        data.train.counts.dropped = 3;
        data.train.problems = {{.origin = {.file = "rows.jsonl", .line = 9}, .reason = "Line 9 is bad.", .hint = ""}};

        const Plan plan = planOf(quiet(), data);

        QVERIFY(warnsOf(plan, "data.train"));
        QVERIFY(plan.canStart());
        QCOMPARE(plan.problems.size(), std::size_t{1});
    }

    void withoutATrainedTokenTheRunIsRefused() {
        PreparedData data;
        data.train.counts = {.read = 1, .dropped = 1};
        data.train.problems = {{.origin = {}, .reason = "Line 1 has no answer.", .hint = ""}};

        const Plan plan = planOf(quiet(), data);

        QVERIFY(refuses(plan, "data.train"));
        QVERIFY(!plan.canStart());
        QVERIFY(plan.warnings.back().message.find("Line 1 has no answer.") != std::string::npos);
    }

    void aFileOfAnotherKindThanTheMethodIsSaidInWords() {
        RunConfig run = quiet();
        PreparedData data;
        data.train.counts = {.read = 5, .dropped = 5, .misfits = 5};

        QVERIFY(refuses(planOf(run, data), "objective.kind"));
        run.objective = DpoObjective{};
        QVERIFY(refuses(planOf(run, data), "objective.kind"));
        data.train.counts.misfits = 4; // a bad row among them is a bad row
        QVERIFY(!refuses(planOf(run, data), "objective.kind"));
    }

    // arXiv:2402.01306, eq. 8: the good answers' weights together are 1 to 4/3 of the bad ones'.
    void judgedAnswersAreOfBothKindsAndBalanced_data() {
        QTest::addColumn<int>("good");
        QTest::addColumn<int>("bad");
        QTest::addColumn<bool>("isRefused");
        QTest::addColumn<QString>("warned");
        QTest::newRow("all good") << 8 << 0 << true << "";
        QTest::newRow("all bad") << 0 << 8 << true << "";
        QTest::newRow("as many") << 8 << 8 << false << "";
        QTest::newRow("a third more") << 8 << 6 << false << "";
        QTest::newRow("few good") << 4 << 8 << false << "objective.desirable_weight";
        QTest::newRow("few bad") << 8 << 4 << false << "objective.undesirable_weight";
    }
    void judgedAnswersAreOfBothKindsAndBalanced() {
        QFETCH(int, good);
        QFETCH(int, bad);
        QFETCH(bool, isRefused);
        QFETCH(QString, warned);
        RunConfig run = quiet();
        run.objective = KtoObjective{};
        PreparedData data = rowsOf(good + bad, 20);
        data.train.counts.desirable = good;

        const Plan plan = planOf(run, data);

        QCOMPARE(refuses(plan, "data.train"), isRefused);
        QStringList weights;
        for (const ConfigProblem& problem : plan.warnings)
            if (problem.key.ends_with("desirable_weight")) weights << QString::fromStdString(problem.key);
        QCOMPARE(weights.join(' '), warned);
    }

    // Each cost is the plan of a run with that choice; AdamW's two fp32 moments of 1,831,680 parameters are 14.7 MB.
    void everyChoiceSaysWhatItTakes() {
        const RunConfig run = quiet();
        const Plan plan = planOf(run);
        const auto costOf = [&](const std::string& key, const std::string& value) {
            for (const ChoiceCost& cost : plan.costs)
                if (cost.key == key && cost.value == value) return cost.bytes;
            return std::uint64_t{0};
        };

        QCOMPARE(costOf("optimizer.kind", "adamw"), plan.memory.total());
        QVERIFY(costOf("optimizer.kind", "adamw_8bit") < plan.memory.total());
        for (const ChoiceCost& cost : plan.costs) {
            Json json = toJson(run);
            std::string path = "/" + cost.key;
            std::ranges::replace(path, '.', '/');
            if (path.ends_with("/kind"))
                json[Json::json_pointer(path.substr(0, path.size() - 5))] = {{"kind", cost.value}};
            else
                json[Json::json_pointer(path)] = cost.value;
            QCOMPARE(planOf(parseRunConfig(json)).memory.total(), cost.bytes);
        }
    }

    void autoTakesWhatTheDeviceHas() {
        RunConfig run = quiet();
        run.precision.compute = run.model.dtype = "auto";
        const DeviceFacts oldGpu{.device = "cuda:0", .memoryBytes = 16'000'000'000};
        const DeviceFacts oldCpu{.device = "cpu", .memoryBytes = 16'000'000'000};

        QCOMPARE(planOf(run).computeDtype, std::string("bfloat16"));
        QCOMPARE(planOf(run).modelDtype, std::string("bfloat16"));
        QCOMPARE(planOf(run, rowsOf(8, 8), oldGpu).computeDtype, std::string("float16"));
        QCOMPARE(planOf(run, rowsOf(8, 8), oldCpu).computeDtype, std::string("float32"));
    }

    void aFormatThatTheDeviceLacksIsSaid() {
        RunConfig run = quiet();
        DeviceFacts device = bigCpu();
        device.nativeBf16 = false;
        QVERIFY(warnsOf(planOf(run, rowsOf(8, 8), device), "precision.compute"));

        run.precision.compute = "float16";

        QVERIFY(refuses(planOf(run, rowsOf(8, 8), device), "precision.compute"));
    }

    void aGpuWithoutBf16TrainsInFloat16() { // with a loss scale
        const DeviceFacts old = {.device = "cuda:0", .memoryBytes = 16'000'000'000, .nativeBf16 = false};

        QCOMPARE(computeType(RunConfig{}, old), std::string("float16"));
        QVERIFY(precisionFindings("float16", old).empty());
        QVERIFY(precisionFindings("float32", old).empty());
    }

    void theJsonHoldsWhatTheProtocolNames() {
        const Json json = toJson(planOf(walkThrough()));

        QCOMPARE(json.at("steps"), Json(565));
        QCOMPARE(json.at("tokens"), Json(226000));
        QCOMPARE(json.at("parameters").at("trained"), Json(1831680));
        QCOMPARE(json.at("parameters").at("share").get<double>(), 1831680.0 / 136346688.0);
        QCOMPARE(json.at("adapter_file_bytes"), Json(7326720));
        QCOMPARE(json.at("rows").at("train").at("used"), Json(2260));
        QCOMPARE(json.at("resolved").at("compute"), Json("bfloat16"));
        QCOMPARE(json.at("warnings").at(0).at("key"), Json("schedule.kind"));
        QVERIFY(json.at("can_start").get<bool>());
        QVERIFY(json.at("problems").empty());
    }
};

FETTLE_TEST(PlanTest)
#include "plan_test.moc"
