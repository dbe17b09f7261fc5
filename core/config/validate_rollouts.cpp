#include "core/config/validate_rollouts.h"

#include "core/base/translate.h"
#include "core/config/validate_rewards.h"

namespace fettle {

void checkRollouts(const RolloutConfig& rollouts, std::int64_t maxLength, ConfigProblems& problems) {
    if (rollouts.rewards.rewardFuncs.empty())
        refuse(problems, "objective.reward_funcs", FETTLE_TR("Nothing earns a reward, so nothing is learned."),
               FETTLE_TR("Choose at least one reward, auto for instance."));
    checkRewards(rollouts.rewards, rollouts.maxCompletionLength, "objective", problems);
    if (rollouts.maxCompletionLength > maxLength)
        refuse(problems, "objective.max_completion_length",
               {FETTLE_TR("Answers of {tokens} tokens leave no room for a prompt within max_length {length}."),
                {{"tokens", std::to_string(rollouts.maxCompletionLength)}, {"length", std::to_string(maxLength)}}},
               FETTLE_TR("Lower max_completion_length, or raise data.max_length."));
}

} // namespace fettle
