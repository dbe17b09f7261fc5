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

JudgeAnswers judgeNamed(const std::string& name, const RewardsChosen& chosen, const RunParts& parts,
                        const CancelFlag& stop) {
    const RewardConfig& rewards = chosen.config;
    if (name == "length") return lengthReward(punishedBeyond(rewards, chosen.longest), rewards.softPunishCache);
    if (name == "model")
        return modelReward(rewards.rewardModelPath, chosen.section + ".reward_model_path", parts, stop);
    return scoring(name, rewards.rewardPattern);
}

} // namespace

std::string expectedOf(const TokenizedExample& row, const Tokenizer& tokenizer) {
    return tokenizer.decode(firstSpan(row.answers.front()), SpecialText::Skip);
}

DrawnAnswer drawnAnswer(const TokenizedExample& row, std::string expected, const Generation& generation) {
    DrawnAnswer answer{.row = &row,
                       .expected = std::move(expected),
                       .text = generation.text,
                       .ids = generation.ids,
                       .isWhole = generation.stopId.has_value()};
    if (generation.stopId) answer.ids.push_back(*generation.stopId);
    return answer;
}

std::vector<Reward> makeRewards(const RewardsChosen& chosen, const RunParts& parts, const CancelFlag& stop) {
    const RewardConfig& config = chosen.config;
    std::vector<Reward> rewards;
    for (std::size_t i = 0; i < config.rewardFuncs.size(); ++i) {
        const std::string& given = config.rewardFuncs[i];
        const std::string name = given == "auto" ? std::string(guessScorer(expectedAnswers(parts))) : given;
        rewards.push_back({.name = name,
                           .weight = config.rewardWeights.empty() ? 1 : config.rewardWeights[i],
                           .judge = judgeNamed(name, chosen, parts, stop)});
    }
    return rewards;
}

} // namespace fettle
