#include "core/config/validate_rollouts.h"

#include "core/base/translate.h"

#include <algorithm>
#include <set>

namespace fettle {

namespace {

bool hasReward(const RolloutConfig& rollouts, std::string_view name) {
    return std::ranges::find(rollouts.rewardFuncs, name) != rollouts.rewardFuncs.end();
}

void checkRewards(const RolloutConfig& rollouts, ConfigProblems& problems) {
    const std::set<std::string> different(rollouts.rewardFuncs.begin(), rollouts.rewardFuncs.end());
    if (rollouts.rewardFuncs.empty())
        refuse(problems, "objective.reward_funcs", FETTLE_TR("Nothing earns a reward, so nothing is learned."),
               FETTLE_TR("Choose at least one reward, auto for instance."));
    if (different.size() < rollouts.rewardFuncs.size())
        refuse(problems, "objective.reward_funcs", FETTLE_TR("A reward is named twice."),
               FETTLE_TR("Name it once, and give it a larger weight."));
    if (!rollouts.rewardWeights.empty() && rollouts.rewardWeights.size() != rollouts.rewardFuncs.size())
        refuse(problems, "objective.reward_weights",
               {FETTLE_TR("There are {weights} weights for {rewards} rewards."),
                {{"weights", std::to_string(rollouts.rewardWeights.size())},
                 {"rewards", std::to_string(rollouts.rewardFuncs.size())}}},
               FETTLE_TR("Give one weight for each reward, in their order, or none."));
}

void checkParameters(const RolloutConfig& rollouts, ConfigProblems& problems) {
    if (hasReward(rollouts, "regex") && rollouts.rewardPattern.empty())
        refuse(problems, "objective.reward_pattern", FETTLE_TR("The reward regex has no pattern."),
               FETTLE_TR("Write a regular expression that a good answer holds."));
    if (hasReward(rollouts, "model") && rollouts.rewardModelPath.empty())
        refuse(problems, "objective.reward_model_path", FETTLE_TR("No reward model is chosen."),
               FETTLE_TR("Name the folder of a model that was trained by the objective reward."));
    const bool canPunish = rollouts.softPunishCache > 0 || punishedBeyond(rollouts) < rollouts.maxCompletionLength;
    if (hasReward(rollouts, "length") && !canPunish)
        refuse(problems, "objective.soft_punish_cache", FETTLE_TR("No answer is long enough to cost anything."),
               FETTLE_TR("Set soft_punish_cache above 0, or soft_punish_length below max_completion_length."));
}

} // namespace

bool needsReferenceAnswer(const RolloutConfig& rollouts) {
    return std::ranges::any_of(rollouts.rewardFuncs, [](const std::string& name) {
        return name != "regex" && name != "length" && name != "model";
    });
}

void checkRollouts(const RolloutConfig& rollouts, std::int64_t maxLength, ConfigProblems& problems) {
    checkRewards(rollouts, problems);
    checkParameters(rollouts, problems);
    if (rollouts.maxCompletionLength > maxLength)
        refuse(problems, "objective.max_completion_length",
               {FETTLE_TR("Answers of {tokens} tokens leave no room for a prompt within max_length {length}."),
                {{"tokens", std::to_string(rollouts.maxCompletionLength)}, {"length", std::to_string(maxLength)}}},
               FETTLE_TR("Lower max_completion_length, or raise data.max_length."));
}

} // namespace fettle
