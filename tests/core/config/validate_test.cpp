#include "core/config/run_config.h"
#include "tests/support/test_main.h"

using namespace fettle;

namespace {

RunConfig usable() {
    RunConfig config;
    config.data.train = {{.path = "a.jsonl"}};
    return config;
}

// "key" for an error, "key (warning)" for a warning, joined by commas.
QString problemsOf(const RunConfig& config) {
    QStringList keys;
    for (const ConfigProblem& problem : validate(config))
        keys << QString::fromStdString(problem.key) + (problem.isWarning ? " (warning)" : "");
    return keys.join(", ");
}

} // namespace

class ValidateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultWithDataHasNoProblem() { QCOMPARE(problemsOf(usable()), QString()); }

    void missingDataIsAnError() {
        QCOMPARE(problemsOf(RunConfig{}), QString("data.train"));
        RunConfig config = usable();
        config.data.validation = {{}};
        QCOMPARE(problemsOf(config), QString("data.validation[0].path"));
    }

    void evaluationSetsHaveNamesOfTheirOwn() {
        RunConfig config = usable();
        const DataFileConfig file{.path = "texts.jsonl"};
        config.evaluation.sets = {{.name = "general", .file = file}, {.name = "maths_2", .file = file}};
        QCOMPARE(problemsOf(config), QString());

        config.evaluation.sets = {{.name = "general", .file = file}, {.name = "general", .file = file}};
        QCOMPARE(problemsOf(config), QString("evaluation.sets[1].name"));
        for (const char* name : {"", "my set", "nll"}) { // eval_nll_loss is a figure of ORPO's
            config.evaluation.sets = {{.name = name, .file = file}};
            QCOMPARE(problemsOf(config), QString("evaluation.sets[0].name"));
        }
        config.evaluation.sets = {{.name = "general"}};
        QCOMPARE(problemsOf(config), QString("evaluation.sets[0].path"));
    }

    void anEndAboveThePeakIsRefused() {
        RunConfig config = usable();
        config.schedule.kind = PolynomialSchedule{.lrEnd = 0.5};
        QCOMPARE(problemsOf(config), QString("schedule.lr_end"));
    }

    void constantIgnoresWarmUp() {
        RunConfig config = usable();
        config.schedule.kind = ConstantSchedule{};

        QCOMPARE(problemsOf(config), QString("schedule.kind (warning)"));
        QVERIFY(QString::fromStdString(validate(config).at(0).hint).contains("constant_with_warmup"));

        config.schedule.warmupRatio = 0;
        QCOMPARE(problemsOf(config), QString());
    }

    void theBestIsChosenByWhatTheObjectiveReports() {
        RunConfig config = usable();
        config.evaluation.metric = "eval_mean_token_accuracy";
        QCOMPARE(problemsOf(config), QString());

        config.evaluation.metric = "eval_rewards/margins";
        QCOMPARE(problemsOf(config), QString("evaluation.metric"));
        config.objective = DpoObjective{};
        QCOMPARE(problemsOf(config), QString());
    }

    void ktoWantsOtherRowsInItsBatch() {
        RunConfig config = usable();
        config.objective = KtoObjective{};
        QCOMPARE(problemsOf(config), QString());

        config.batch.perDeviceBatchSize = 1;
        QCOMPARE(problemsOf(config), QString("batch.per_device_batch_size"));
        config.objective = KtoObjective{.lossType = "apo_zero_unpaired"};
        QCOMPARE(problemsOf(config), QString());
        config.data.packing = true;
        QCOMPARE(problemsOf(config), QString("data.packing"));
    }

    void drawnAnswersNeedRewardsThatFit() {
        RunConfig config = usable();
        config.objective = GrpoObjective{};
        QCOMPARE(problemsOf(config), QString("evaluation.metric (warning)"));

        config.evaluation.metric = "eval_reward";
        QCOMPARE(problemsOf(config), QString());
        config.data.packing = true;
        QCOMPARE(problemsOf(config), QString("data.packing"));
        config.data.packing = false;
        config.objective = GrpoObjective{.rollouts = {.rewards = {.rewardFuncs = {"regex", "model", "length"}}}};
        QCOMPARE(problemsOf(config), QString("objective.reward_pattern, objective.reward_model_path, "
                                             "objective.soft_punish_cache"));
        config.objective = RlooObjective{.rollouts = {.rewards = {.rewardFuncs = {}}}};
        QCOMPARE(problemsOf(config), QString("objective.reward_funcs"));
        config.objective =
            RlooObjective{.rollouts = {.rewards = {.rewardFuncs = {"json", "json"}, .rewardWeights = {1}}}};
        QCOMPARE(problemsOf(config), QString("objective.reward_funcs, objective.reward_weights"));
        config.objective = GrpoObjective{.rollouts = {.maxCompletionLength = 1025}};
        QCOMPARE(problemsOf(config), QString("objective.max_completion_length"));
    }

    void aValueModelIsTrainedByLoraOrWhole() {
        RunConfig config = usable();
        config.evaluation.metric = "eval_reward";
        config.objective = PpoObjective{};
        QCOMPARE(problemsOf(config), QString());
        config.adapter = Ia3Config{};
        QCOMPARE(problemsOf(config), QString("adapter.kind"));
        config.adapter = NoAdapter{.lastLayers = 2};
        QCOMPARE(problemsOf(config), QString("adapter.kind"));
        config.adapter = NoAdapter{};
        QCOMPARE(problemsOf(config), QString());
    }

    void whatAnswersEarnMayDecide() {
        RunConfig config = usable();
        config.evaluation.metric = "eval_reward";
        QCOMPARE(problemsOf(config), QString("evaluation.metric"));
        config.evaluation.rewards.by = {.rewardFuncs = {"length"}};
        QCOMPARE(problemsOf(config), QString("evaluation.rewards.soft_punish_cache"));
        config.evaluation.rewards.by.softPunishCache = 8;
        QCOMPARE(problemsOf(config), QString());
        config.objective = GrpoObjective{};
        QCOMPARE(problemsOf(config), QString("evaluation.rewards.reward_funcs"));
        config.objective = SftObjective{};
        config.data.validationSplit = 0;
        config.data.validation.clear();
        QCOMPARE(problemsOf(config), QString("evaluation.rewards.reward_funcs"));
    }

    void onlyARewardThatWasChosenMayDecide() {
        RunConfig config = usable();
        config.evaluation.rewards.by = {.rewardFuncs = {"numeric"}};
        config.evaluation.metric = "eval_rewards/numeric/mean";
        QCOMPARE(problemsOf(config), QString());
        config.evaluation.metric = "eval_rewards/json/mean";
        QCOMPARE(problemsOf(config), QString("evaluation.metric"));
        config.evaluation.rewards.by.rewardFuncs = {"auto"};
        QCOMPARE(problemsOf(config), QString());
        config.evaluation.metric = "eval_rewards/model/mean";
        QCOMPARE(problemsOf(config), QString("evaluation.metric"));
        config = usable();
        config.objective = GrpoObjective{.rollouts = {.rewards = {.rewardFuncs = {"exact_match"}}}};
        config.evaluation.metric = "eval_rewards/contains/mean";
        QCOMPARE(problemsOf(config), QString("evaluation.metric"));
        config.evaluation.metric = "eval_rewards/exact_match/mean";
        QCOMPARE(problemsOf(config), QString());
    }

    void theLossOfASetMayDecide() {
        RunConfig config = usable();
        config.evaluation.metric = "eval_tales_loss";
        QCOMPARE(problemsOf(config), QString("evaluation.metric"));
        config.evaluation.sets = {{.name = "tales", .file = {.path = "tales.jsonl"}}};
        QCOMPARE(problemsOf(config), QString());
        QCOMPARE(parseRunConfig(toJson(config)), config);
        Json json = toJson(config);
        json["evaluation"]["metric"] = "eval_new";
        QVERIFY_THROWS_EXCEPTION(Error, (void)parseRunConfig(json));
    }

    // trl/trainer/grpo_config.py; an adapter takes ten times as much.
    void drawnAnswersNeedSmallSteps() {
        RunConfig config = usable();
        config.objective = GrpoObjective{};
        QCOMPARE(methodLearningRate(config), 1e-5);
        config.adapter = NoAdapter{};
        QCOMPARE(methodLearningRate(config), 1e-6);
    }

    void aRewardModelWritesNothingAndIsTrainedByLoraOrWhole() {
        RunConfig config = usable();
        config.objective = RewardObjective{};
        QCOMPARE(problemsOf(config), QString());

        config.adapter = Ia3Config{};
        config.evaluation.samplePrompts = {"Hi"};
        QCOMPARE(problemsOf(config), QString("adapter.kind, evaluation.sample_prompts"));
    }

    void learningRateIsComparedWithTheMethods_data() {
        QTest::addColumn<double>("rate");
        QTest::addColumn<bool>("isFull");
        QTest::addColumn<QString>("problems");
        const QString warning = "optimizer.learning_rate (warning)";
        QTest::newRow("lora, ten times") << 2e-3 << false << "";
        QTest::newRow("lora, more") << 2.1e-3 << false << warning;
        QTest::newRow("lora, far below") << 1.9e-5 << false << warning;
        QTest::newRow("full, usual for lora") << 2.1e-4 << true << warning;
        QTest::newRow("full") << 1e-5 << true << "";
    }
    void learningRateIsComparedWithTheMethods() {
        QFETCH(double, rate);
        QFETCH(bool, isFull);
        QFETCH(QString, problems);
        RunConfig config = usable();
        config.optimizer.learningRate = rate;
        if (isFull) config.adapter = NoAdapter{};

        QCOMPARE(problemsOf(config), problems);
    }

    void everyMethodHasItsLearningRate() {
        RunConfig config;
        QCOMPARE(methodLearningRate(config), 2e-4);
        config.adapter = NoAdapter{};
        QCOMPARE(methodLearningRate(config), 2e-5);
        config.objective = PretrainObjective{};
        QCOMPARE(methodLearningRate(config), 1e-3);
    }

    void loraWithoutEffectIsAnError() {
        RunConfig config = usable();
        config.adapter = LoraConfig{.loraAlpha = 0, .targetModules = std::vector<std::string>{}};

        QCOMPARE(problemsOf(config), QString("adapter.target_modules, adapter.lora_alpha"));
    }

    void optionsOfLoraThatContradictEachOtherAreErrors() {
        RunConfig config = usable();
        config.adapter = LoraConfig{.targetModules = ".*_proj", .layersToTransform = {1}};
        QCOMPARE(problemsOf(config), QString("adapter.layers_to_transform"));
        config.adapter = LoraConfig{.layersToTransform = {1}};
        QCOMPARE(problemsOf(config), QString());
        config.adapter = LoraConfig{.useDora = true, .initLoraWeights = "pissa"};
        QCOMPARE(problemsOf(config), QString("adapter.init_lora_weights"));
        config.adapter = LoraConfig{.initLoraWeights = "pissa"};
        config.model.quantization = Nf4Quantization{};
        QCOMPARE(problemsOf(config), QString("adapter.init_lora_weights"));
    }

    void aTrainedPartHasAName() {
        RunConfig config = usable();
        config.adapter = NoAdapter{.trainable = {"lm_head", ""}};
        QCOMPARE(problemsOf(config), QString("adapter.trainable"));
    }

    void aModuleToSaveHasAName() {
        RunConfig config = usable();
        config.adapter = LoraConfig{.modulesToSave = {"lm_head", ""}};
        QCOMPARE(problemsOf(config), QString("adapter.modules_to_save"));
    }

    void freshModelIsTrainedWhole() {
        RunConfig config = usable();
        config.model.init = InitModel{.tokenizer = "t", .config = {{"model_type", "llama"}}};

        QCOMPARE(problemsOf(config), QString("model.init"));
        config.objective = PretrainObjective{};
        QCOMPARE(problemsOf(config), QString("model.init (warning)"));
        config.adapter = NoAdapter{};
        QCOMPARE(problemsOf(config), QString());
    }

    void freshModelNeedsTokenizerAndConfig() {
        RunConfig config = usable();
        config.adapter = NoAdapter{};
        config.model.init = InitModel{};

        QCOMPARE(problemsOf(config), QString("model.init.tokenizer, model.init.config"));
    }

    void emptyDurationIsAnError() {
        RunConfig config = usable();
        config.duration.numTrainEpochs = 0;

        QCOMPARE(problemsOf(config), QString("duration.num_train_epochs"));
        config.duration.maxSteps = 5;
        QCOMPARE(problemsOf(config), QString());
    }

    void earlyStoppingNeedsEvaluations() {
        RunConfig config = usable();
        config.evaluation.earlyStoppingPatience = 2;
        QCOMPARE(problemsOf(config), QString());

        config.evaluation.everySteps = -1;
        QCOMPARE(problemsOf(config), QString("evaluation.early_stopping_patience (warning)"));
    }

    void packingStrategyNeedsPacking() {
        RunConfig config = usable();
        config.data.packingStrategy = "wrapped";

        QCOMPARE(problemsOf(config), QString("data.packing_strategy (warning)"));
    }

    void unknownDeviceIsAnError() {
        RunConfig config = usable();
        config.device = "gpu";
        QCOMPARE(problemsOf(config), QString("device"));

        config.device = "cuda:1";
        QCOMPARE(problemsOf(config), QString());
    }
};

FETTLE_TEST(ValidateTest)
#include "validate_test.moc"
