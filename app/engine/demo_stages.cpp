#include "app/engine/demo_stages.h"

#include "app/engine/demo_pairs.h"
#include "core/base/files.h"
#include "core/config/fields.h"

namespace fettle::engine {

namespace {

LoraConfig from(const DemoStage& start) {
    return {.initFrom = start.folder.adapterFolder().string()};
}

} // namespace

DemoStage supervisedStage(const DemoOptions& options, const RunFolder& folder) {
    RunConfig config = demoConfig(options, "pocket-chat.json");
    const std::filesystem::path both = folder.path() / "both-answers.jsonl";
    makeFolder(folder.path());
    writeBothAnswers(both);
    config.data.train.insert(config.data.train.end(), 4, {.path = both.string()});
    return {"sft", folder, trainDemo(config, folder)};
}

DemoStage preferredStage(const DemoOptions& options, const RunFolder& folder, const DemoStage& start,
                         const ObjectiveConfig& objective) {
    RunConfig config = demoConfig(options, "pocket-preferences.json");
    config.objective = objective;
    config.adapter = from(start);
    return {std::string(kindName(objective)), folder, trainDemo(config, folder)};
}

DemoStage rewardStage(const DemoOptions& options, const RunFolder& folder) {
    RunConfig config = demoConfig(options, "pocket-preferences.json");
    const RewardPairs pairs{folder.path() / "pairs.jsonl", folder.path() / "held-out-pairs.jsonl"};
    makeFolder(folder.path());
    writeRewardPairs(pairs);
    config.data.train = {{.path = pairs.train.string()}};
    config.data.validation = {{.path = pairs.heldOut.string()}};
    config.objective = RewardObjective{};
    config.optimizer.learningRate = 1e-3;
    config.duration.numTrainEpochs = 4;
    config.evaluation.metric = "eval_accuracy";
    return {"reward", folder, trainDemo(config, folder)};
}

DemoStage drawnStage(const DemoOptions& options, const RunFolder& folder, const DemoStage& start,
                     const DemoStage& reward) {
    RunConfig config = demoConfig(options, "pocket-chat.json");
    const RewardConfig rewards{.rewardFuncs = {"model", "contains"},
                               .rewardWeights = {0.5, 1},
                               .rewardModelPath = reward.folder.adapterFolder().string()};
    config.objective =
        GrpoObjective{.rollouts = {.numGenerations = 8, .maxCompletionLength = 40, .rewards = rewards}, .beta = 0.02};
    config.adapter = from(start);
    config.optimizer.learningRate = 5e-4;
    config.batch.perDeviceBatchSize = 8;
    config.duration = {.numTrainEpochs = 1, .maxSteps = 100};
    config.evaluation.metric = "eval_reward";
    return {"grpo", folder, trainDemo(config, folder)};
}

} // namespace fettle::engine
