#include "core/objective/losses/ppo.h"

#include "core/objective/losses/clipped.h"
#include "core/objective/losses/losses.h"
#include "core/objective/losses/pair_metrics.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr double kSmallestVariance = 1e-8;

at::Tensor concatenated(const std::vector<at::Tensor>& parts) {
    return parts.empty() ? at::empty({0}, at::kFloat) : at::cat(parts);
}

// What a token costs for its distance from the reference (J. Schulman, "Approximating KL divergence").
at::Tensor distance(const PpoObjective& ppo, const at::Tensor& logRatio_T) {
    return ppo.klEstimator == "k3" ? (-logRatio_T).exp() - 1 + logRatio_T : logRatio_T;
}

// Values and rewards of one answer, at each target and, where it ended early, once behind its end.
at::Tensor placesOf(const at::Tensor& all_P, const DrawnTokens& drawn, std::size_t answer) {
    std::int64_t begin = 0, targets = 0, end = 0;
    for (std::size_t i = 0; i < drawn.lengths.size(); ++i) {
        if (i < answer) begin += drawn.lengths[i];
        if (i < answer) end += drawn.endsEarly[i];
        targets += drawn.lengths[i];
    }
    const at::Tensor own = all_P.slice(0, begin, begin + drawn.lengths[answer]);
    if (drawn.endsEarly[answer] == 0) return own;
    return at::cat({own, all_P.slice(0, targets + end, targets + end + 1)});
}

// Each answer's places joined again: all targets, then all ends.
at::Tensor joined(const std::vector<at::Tensor>& places, const DrawnTokens& drawn) {
    std::vector<at::Tensor> targets, ends;
    for (std::size_t i = 0; i < places.size(); ++i) {
        targets.push_back(places[i].slice(0, 0, drawn.lengths[i]));
        if (drawn.endsEarly[i] != 0) ends.push_back(places[i].slice(0, drawn.lengths[i]));
    }
    return at::cat({concatenated(targets), concatenated(ends)});
}

at::Tensor perAnswer(const at::Tensor& values_T, const std::vector<std::int64_t>& lengths) {
    std::vector<at::Tensor> sums;
    for (const at::Tensor& own : values_T.split_with_sizes(lengths))
        sums.push_back(own.sum());
    return at::stack(sums);
}

double meanOfAll(const at::Tensor& values) {
    return values.to(at::kDouble).mean().item<double>();
}

} // namespace

at::Tensor whitened(const at::Tensor& values, WhitenedMean mean) {
    const at::Tensor middle = values.mean();
    const at::Tensor scaled = (values - middle) * (values.var(/*unbiased=*/true) + kSmallestVariance).rsqrt();
    return mean == WhitenedMean::Zero ? scaled : scaled + middle;
}

at::Tensor generalizedAdvantages(const at::Tensor& rewards, const at::Tensor& values, double gamma, double lam) {
    const at::Tensor reward = rewards.to(at::kCPU, at::kDouble), value = values.to(at::kCPU, at::kDouble);
    at::Tensor advantages = at::empty_like(reward);
    const auto* r = reward.const_data_ptr<double>();
    const auto* v = value.const_data_ptr<double>();
    auto* a = advantages.mutable_data_ptr<double>();
    double next = 0, nextValue = 0;
    for (std::int64_t t = reward.size(0) - 1; t >= 0; --t) {
        next = r[t] + gamma * nextValue - v[t] + gamma * lam * next;
        nextValue = v[t];
        a[t] = next;
    }
    return advantages.to(rewards.scalar_type());
}

Estimates ppoEstimates(const PpoObjective& ppo, const DrawnTokens& drawn) {
    const at::Tensor logRatio_T = drawn.logProb_T - drawn.reference_T;
    const at::Tensor distance_T = distance(ppo, logRatio_T);
    const at::Tensor cost_T = -ppo.klCoef * distance_T;
    const auto ends = std::count(drawn.endsEarly.begin(), drawn.endsEarly.end(), 1);
    at::Tensor reward_P = at::cat({cost_T, at::zeros({ends}, cost_T.options())});
    std::vector<at::Tensor> rewards;
    for (std::size_t i = 0; i < drawn.lengths.size(); ++i) {
        rewards.push_back(placesOf(reward_P, drawn, i).clone());
        rewards.back()[-1] += drawn.score_A[static_cast<std::int64_t>(i)];
    }
    reward_P = joined(rewards, drawn);
    if (ppo.whitenRewards) reward_P = whitened(reward_P, WhitenedMean::Kept);

    std::vector<at::Tensor> advantages;
    for (std::size_t i = 0; i < drawn.lengths.size(); ++i)
        advantages.push_back(
            generalizedAdvantages(placesOf(reward_P, drawn, i), placesOf(drawn.value_P, drawn, i), ppo.gamma, ppo.lam));
    const at::Tensor advantage_P = joined(advantages, drawn);
    const at::Tensor paid_A = perAnswer(cost_T, drawn.lengths);
    return {.advantage_T = whitened(advantage_P.slice(0, 0, logRatio_T.size(0)), WhitenedMean::Zero),
            .return_P = advantage_P + drawn.value_P,
            .metrics = {{"objective/kl", meanOfAll(perAnswer(distance_T, drawn.lengths))},
                        {"objective/entropy", meanOfAll(-perAnswer(drawn.logProb_T, drawn.lengths))},
                        {"objective/non_score_reward", meanOfAll(paid_A)},
                        {"objective/rlhf_reward", meanOfAll(paid_A + drawn.score_A)},
                        {"objective/scores", meanOfAll(drawn.score_A)}}};
}

Judgement ppoLoss(const PpoObjective& ppo, const BatchLogProbs& batch) {
    const at::Tensor logRatio_T = batch.answers.logProb_T - batch.old_T;
    const at::Tensor ratio_T = logRatio_T.exp();
    const Clipping clipping{.low = ppo.cliprange, .high = ppo.cliprange};
    const at::Tensor policy_T = clippedLoss(ratio_T, batch.advantage_T, clipping);
    const at::Tensor unclipped_T = -batch.advantage_T * ratio_T;

    const at::Tensor near_P =
        batch.value_P.clamp(batch.oldValue_P - ppo.cliprangeValue, batch.oldValue_P + ppo.cliprangeValue);
    const at::Tensor off_P = (batch.value_P - batch.return_P).square();
    const at::Tensor nearOff_P = (near_P - batch.return_P).square();
    const at::Tensor policy = policy_T.mean(), value = 0.5 * at::maximum(off_P, nearOff_P).mean();

    Judgement judgement{.lossSum = policy + ppo.vfCoef * value, .weight = 1};
    MetricSums& metrics = judgement.metrics;
    metrics["loss/policy_avg"] = metricSum(policy.detach(), 1);
    metrics["loss/value_avg"] = metricSum(value.detach(), 1);
    metrics["policy/approxkl_avg"] = meanOf(0.5 * logRatio_T.square());
    metrics["policy/clipfrac_avg"] = meanOf(policy_T.gt(unclipped_T));
    metrics["policy/entropy_avg"] = meanOf(batch.answers.entropy_T);
    metrics["val/clipfrac_avg"] = meanOf(nearOff_P.gt(off_P));
    metrics["val/ratio"] = meanOf(ratio_T);
    return judgement;
}

} // namespace fettle
