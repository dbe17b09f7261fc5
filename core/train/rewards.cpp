#include "core/train/rewards.h"

#include "core/judge/scorer.h"
#include "core/train/length_reward.h"
#include "core/train/reward_model.h"

namespace fettle {

namespace {

// The answers that the rows themselves hold.
std::vector<std::string> expectedAnswers(const RunParts& parts) {
    std::vector<std::string> all;
    for (const TokenizedExample& row : parts.inputs.data.train.rows)
        all.push_back(expectedOf(row, *parts.inputs.text.tokenizer));
    return all;
}

JudgeAnswers scoring(const std::string& name, const std::string& pattern) {
    return [scorer = std::shared_ptr(makeScorer(name, pattern))](std::span<const DrawnAnswer> answers) {
        std::vector<double> scores;
        for (const DrawnAnswer& answer : answers)
            scores.push_back(scorer->score(answer.expected, answer.text));
        return scores;
    };
}

JudgeAnswers judgeNamed(const std::string& name, const RolloutConfig& rollouts, const RunParts& parts,
                        const CancelFlag& stop) {
    if (name == "length") return lengthReward(rollouts);
    if (name == "model") return modelReward(rollouts.rewardModelPath, parts, stop);
    return scoring(name, rollouts.rewardPattern);
}

} // namespace

std::string expectedOf(const TokenizedExample& row, const Tokenizer& tokenizer) {
    return tokenizer.decode(row.answers.front().ids, SpecialText::Skip);
}

std::vector<Reward> makeRewards(const RunParts& parts, const CancelFlag& stop) {
    const RolloutConfig& rollouts = *rolloutsOf(parts.config.objective);
    std::vector<Reward> rewards;
    for (std::size_t i = 0; i < rollouts.rewardFuncs.size(); ++i) {
        const std::string& given = rollouts.rewardFuncs[i];
        const std::string name = given == "auto" ? std::string(guessScorer(expectedAnswers(parts))) : given;
        rewards.push_back({.name = name,
                           .weight = rollouts.rewardWeights.empty() ? 1 : rollouts.rewardWeights[i],
                           .judge = judgeNamed(name, rollouts, parts, stop)});
    }
    return rewards;
}

} // namespace fettle
