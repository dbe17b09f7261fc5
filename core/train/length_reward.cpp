#include "core/train/length_reward.h"

namespace fettle {

double lengthPunishment(std::int64_t tokens, std::int64_t longest, std::int64_t cache) {
    if (tokens > longest) return -1;
    if (tokens <= longest - cache) return 0;
    return static_cast<double>(longest - cache - tokens) / static_cast<double>(cache);
}

JudgeAnswers lengthReward(std::int64_t longest, std::int64_t cache) {
    return [longest, cache](std::span<const DrawnAnswer> answers) {
        std::vector<double> rewards;
        for (const DrawnAnswer& answer : answers)
            rewards.push_back(lengthPunishment(std::ssize(answer.ids), longest, cache));
        return rewards;
    };
}

} // namespace fettle
