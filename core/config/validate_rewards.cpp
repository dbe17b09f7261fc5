#include "core/config/validate_rewards.h"

#include "core/base/translate.h"

#include <algorithm>
#include <set>

namespace fettle {

namespace {

void checkNames(const RewardConfig& rewards, const std::string& section, ConfigProblems& problems) {
    const std::set<std::string> different(rewards.rewardFuncs.begin(), rewards.rewardFuncs.end());
    if (different.size() < rewards.rewardFuncs.size())
        refuse(problems, section + ".reward_funcs", FETTLE_TR("A reward is named twice."),
               FETTLE_TR("Name it once, and give it a larger weight."));
    if (!rewards.rewardWeights.empty() && rewards.rewardWeights.size() != rewards.rewardFuncs.size())
        refuse(problems, section + ".reward_weights",
               {FETTLE_TR("There are {weights} weights for {rewards} rewards."),
                {{"weights", std::to_string(rewards.rewardWeights.size())},
                 {"rewards", std::to_string(rewards.rewardFuncs.size())}}},
               FETTLE_TR("Give one weight for each reward, in their order, or none."));
}

} // namespace

bool hasReward(const RewardConfig& rewards, std::string_view name) {
    return std::ranges::find(rewards.rewardFuncs, name) != rewards.rewardFuncs.end();
}

bool needsReferenceAnswer(const RewardConfig& rewards) {
    return std::ranges::any_of(rewards.rewardFuncs, [](const std::string& name) {
        return name != "regex" && name != "length" && name != "model";
    });
}

void checkRewards(const RewardConfig& rewards, std::int64_t longest, const std::string& section,
                  ConfigProblems& problems) {
    checkNames(rewards, section, problems);
    if (hasReward(rewards, "regex") && rewards.rewardPattern.empty())
        refuse(problems, section + ".reward_pattern", FETTLE_TR("The reward regex has no pattern."),
               FETTLE_TR("Write a regular expression that a good answer holds."));
    if (hasReward(rewards, "model") && rewards.rewardModelPath.empty())
        refuse(problems, section + ".reward_model_path", FETTLE_TR("No reward model is chosen."),
               FETTLE_TR("Name the folder of a model that was trained by the objective reward."));
    const bool canPunish = rewards.softPunishCache > 0 || punishedBeyond(rewards, longest) < longest;
    if (hasReward(rewards, "length") && !canPunish)
        refuse(problems, section + ".soft_punish_cache", FETTLE_TR("No answer is long enough to cost anything."),
               FETTLE_TR("Set soft_punish_cache above 0, or soft_punish_length below max_completion_length."));
}

} // namespace fettle
