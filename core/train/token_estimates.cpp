#include "core/train/token_estimates.h"

#include "core/train/host_floats.h"

namespace fettle {

namespace {

void append(std::vector<float>& all, std::span<const float> more) {
    all.insert(all.end(), more.begin(), more.end());
}

// Of several micro-batches, each with its targets and behind them its ends: all targets, then all ends.
std::vector<float> joinedPlaces(const std::vector<EstimatedAnswers>& groups) {
    std::vector<float> targets, ends;
    for (const EstimatedAnswers& group : groups) {
        const std::span<const float> places = group.figures.oldValues;
        append(targets, places.first(group.figures.oldLogProbs.size()));
        append(ends, places.subspan(group.figures.oldLogProbs.size()));
    }
    append(targets, ends);
    return targets;
}

at::Tensor joinedTargets(const std::vector<EstimatedAnswers>& groups, std::vector<float> DrawnFigures::*values) {
    std::vector<float> all;
    for (const EstimatedAnswers& group : groups)
        append(all, group.figures.*values);
    return at::tensor(all, at::kFloat);
}

// Back to each micro-batch.
void share(const Estimates& estimates, const std::vector<EstimatedAnswers>& groups) {
    const std::vector<float> advantages = floatsOf(estimates.advantage_T), returns = floatsOf(estimates.return_P);
    auto advantage = advantages.begin(), target = returns.begin();
    auto end = returns.begin() + std::ssize(advantages);
    for (const EstimatedAnswers& group : groups) {
        DrawnFigures& figures = group.figures;
        const auto targets = std::ssize(figures.oldLogProbs), ends = std::ssize(figures.oldValues) - targets;
        figures.tokenAdvantages.assign(advantage, advantage + targets);
        figures.returns.assign(target, target + targets);
        figures.returns.insert(figures.returns.end(), end, end + ends);
        advantage += targets;
        target += targets;
        end += ends;
    }
}

} // namespace

std::map<std::string, double> estimateTokens(const ObjectiveConfig& objective, const Estimate& estimate,
                                             const std::vector<EstimatedAnswers>& groups, std::vector<double> rewards) {
    const auto* ppo = std::get_if<PpoObjective>(&objective);
    const double penalty = ppo == nullptr ? 0 : ppo->missingEosPenalty.value_or(0);
    DrawnTokens drawn{.logProb_T = joinedTargets(groups, &DrawnFigures::oldLogProbs),
                      .reference_T = joinedTargets(groups, &DrawnFigures::referenceLogProbs),
                      .value_P = at::tensor(joinedPlaces(groups), at::kFloat)};
    for (const EstimatedAnswers& group : groups) {
        for (const DrawnAnswer& answer : group.answers) {
            if (!answer.isWhole) rewards[drawn.lengths.size()] -= penalty;
            drawn.lengths.push_back(std::ssize(answer.ids));
        }
        drawn.endsEarly.insert(drawn.endsEarly.end(), group.figures.endsEarly.begin(), group.figures.endsEarly.end());
    }
    drawn.score_A = at::tensor(rewards, at::kFloat);
    const Estimates estimates = estimate(drawn);
    share(estimates, groups);
    return estimates.metrics;
}

} // namespace fettle
