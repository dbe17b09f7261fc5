#include "core/base/error.h"
#include "core/objective/losses/losses.h"
#include "core/objective/losses/pair_metrics.h"

#include <array>
#include <string_view>

namespace fettle {

namespace {

using at::log_sigmoid;

// x: the difference of the rewards of R pairs [R], before beta.
at::Tensor smoothedSigmoid(const CpoObjective& cpo, const at::Tensor& x_R) {
    return -(1 - cpo.labelSmoothing) * log_sigmoid(cpo.beta * x_R) - cpo.labelSmoothing * log_sigmoid(-cpo.beta * x_R);
}

struct CpoLoss {
    std::string_view name;
    bool isPerToken; // on mean log-probabilities instead of sums
    bool hasMargin;  // simpo_gamma
    bool isLikelihoodOff;
    at::Tensor (*ofDifference)(const CpoObjective&, const at::Tensor& x_R);
};

constexpr std::array<CpoLoss, 5> kCpoLosses = {{
    {"sigmoid", false, false, false, smoothedSigmoid},
    {"hinge", false, false, false,
     [](const CpoObjective& cpo, const at::Tensor& x_R) { return at::relu(1 - cpo.beta * x_R); }},
    {"ipo", true, false, false,
     [](const CpoObjective& cpo, const at::Tensor& x_R) { return (x_R - 1 / (2 * cpo.beta)).square(); }},
    {"simpo", true, true, false, smoothedSigmoid},
    {"alphapo", true, true, true, smoothedSigmoid}, // TRL's name for simpo without the likelihood
}};

const CpoLoss& cpoLossNamed(const std::string& name) {
    for (const CpoLoss& loss : kCpoLosses)
        if (loss.name == name) return loss;
    throw Error{ErrorKind::BadConfig,
                "There is no loss_type called \"" + name + "\".",
                "Choose sigmoid, CPO's own.",
                {{"key", "objective.loss_type"}}};
}

// AlphaPO's rewards (1 - p^-alpha) / alpha, which are log p where alpha goes to 0.
at::Tensor rewardsOf(const CpoObjective& cpo, const at::Tensor& logProbs_R) {
    return cpo.alpha == 0 ? logProbs_R : (1 - at::exp(-cpo.alpha * logProbs_R)) / cpo.alpha;
}

} // namespace

Judgement cpoLoss(const CpoObjective& cpo, const BatchLogProbs& batch) {
    const CpoLoss& kind = cpoLossNamed(cpo.lossType);
    const TargetLogProbs& targets = batch.answers;
    const at::Tensor lengths_A = targets.countPerOwner(batch.answerCount);
    const at::Tensor sums_A = targets.sumPerOwner(targets.logProb_T, batch.answerCount);
    const PairOf sums = splitPairs(sums_A), lengths = splitPairs(lengths_A);
    const PairOf logProbs = kind.isPerToken ? splitPairs(sums_A / lengths_A) : sums;
    const PairOf rewards{rewardsOf(cpo, logProbs.chosen_R), rewardsOf(cpo, logProbs.rejected_R)};

    const double margin = kind.hasMargin ? cpo.simpoGamma / cpo.beta : 0;
    const at::Tensor losses_R = kind.ofDifference(cpo, rewards.chosen_R - rewards.rejected_R - margin);
    const at::Tensor likelihood = -sums.chosen_R.sum() / lengths.chosen_R.sum();
    const double weight = kind.isLikelihoodOff ? 0 : cpo.cpoAlpha;
    Judgement judgement{.lossSum = losses_R.mean() + weight * likelihood, .weight = 1};
    judgement.metrics = {{"nll_loss", meanOf(likelihood)}};
    addRewards(judgement.metrics, {cpo.beta * rewards.chosen_R.detach(), cpo.beta * rewards.rejected_R.detach()});
    addLogProbs(judgement.metrics, logProbs);
    return judgement;
}

} // namespace fettle
