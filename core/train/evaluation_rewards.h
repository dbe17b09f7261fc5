#pragma once

#include "core/train/rewards.h"
#include "core/train/trainable.h"

#include <map>
#include <string>
#include <vector>

namespace fettle {

// Held-out prompts that the model in training answers by its likeliest tokens, and what the answers earn
// (evaluation.rewards). The prompts are the same at each evaluation.
class EvaluationRewards {
public:
    // Of a run that has such rewards; `parts` must outlive it. Error{BadDataset} where no held-out row has a prompt;
    // errors of makeRewards.
    EvaluationRewards(const RunParts& parts, const CancelFlag& stop);

    // eval_reward and its like (metricsOf). Cancelled between two tokens.
    [[nodiscard]] std::map<std::string, double> measure(const Trainable& trainable, const CancelFlag& stop) const;

private:
    [[nodiscard]] std::vector<DrawnAnswer> answersOf(std::span<const TokenizedExample* const> rows,
                                                     const Trainable& trainable, const CancelFlag& stop) const;

    const RunParts& m_parts;
    const EvaluationRewardConfig& m_config;
    std::vector<Reward> m_rewards;
    std::vector<const TokenizedExample*> m_rows;
};

} // namespace fettle
