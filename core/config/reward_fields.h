#pragma once

#include "core/base/translate.h"
#include "core/config/field_info.h"
#include "core/config/reward_config.h"

namespace fettle {

// How answers are judged. `level`: of the rewards and their weights.
template <class V>
void rewardFields(V& visit, Is<RewardConfig> auto& rewards, Level level) {
    visit({.key = "reward_funcs",
           .help = FETTLE_TR("What earns a reward: a likeness to the row's own answer (auto finds the fitting one), a "
                             "pattern that is found, few tokens, or the score of a reward model. Several add up."),
           .level = level,
           .choices = {kRewardFuncs.begin(), kRewardFuncs.end()}},
          rewards.rewardFuncs);
    visit({.key = "reward_weights",
           .help = FETTLE_TR("What each of them counts, in their order; empty: all alike."),
           .level = level},
          rewards.rewardWeights);
    visit({.key = "reward_pattern",
           .help = FETTLE_TR("Regular expression that a rewarded answer holds; only regex uses it.")},
          rewards.rewardPattern);
    visit({.key = "reward_model_path",
           .help = FETTLE_TR("Folder of a reward model, or of its adapter on the same base; only model uses it.")},
          rewards.rewardModelPath);
    visit({.key = "soft_punish_length",
           .help = FETTLE_TR("Tokens from which on an answer costs a whole point; only length uses it. 0 takes the "
                             "longest answer allowed."),
           .min = 0},
          rewards.softPunishLength);
    visit({.key = "soft_punish_cache",
           .help = FETTLE_TR("Tokens below that length over which the cost grows; only length uses it."),
           .min = 0},
          rewards.softPunishCache);
}

template <class V>
void fields(V& visit, Is<EvaluationRewardConfig> auto& rewards) {
    rewardFields(visit, rewards.by, Level::Advanced);
    visit({.key = "num_prompts",
           .help = FETTLE_TR("Held-out rows whose prompts are answered at each evaluation; 0 takes all of them."),
           .min = 0},
          rewards.numPrompts);
    visit({.key = "max_completion_length",
           .help = FETTLE_TR("Tokens of such an answer at most. Each token is the likeliest one."),
           .min = 1},
          rewards.maxCompletionLength);
}

} // namespace fettle
