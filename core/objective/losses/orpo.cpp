#include "core/objective/losses/losses.h"
#include "core/objective/losses/pair_metrics.h"

#include <cmath>

namespace fettle {

namespace {

// log(1 - e^x) for x < 0, exact on both sides of -ln 2 (M. Maechler, "Accurately computing log(1 - exp(-|a|))").
at::Tensor logOneMinusExp(const at::Tensor& x) {
    return at::where(x < -std::log(2.0), at::log1p(-at::exp(x)), at::log(-at::expm1(x)));
}

// Means over all positions of a side, prompts included, as TRL's logits[:, :-1].mean() has it on rows without padding.
void addOrpoLogits(MetricSums& metrics, const BatchLogProbs& batch, const PairOf& lengths) {
    const TargetLogProbs &answers = batch.answers, &prompts = batch.prompts;
    const PairOf sums = splitPairs(answers.sumPerOwner(answers.meanLogit_T, batch.answerCount));
    const at::Tensor shared = prompts.meanLogit_T.sum();
    const auto mean = [&](const at::Tensor& sum, const at::Tensor& length) {
        return metricSum((sum.sum() + shared) / (length.sum() + prompts.logProb_T.size(0)), 1);
    };
    metrics["logits/chosen"] = mean(sums.chosen_R, lengths.chosen_R);
    metrics["logits/rejected"] = mean(sums.rejected_R, lengths.rejected_R);
}

} // namespace

Judgement orpoLoss(const OrpoObjective& orpo, const BatchLogProbs& batch) {
    const TargetLogProbs& answers = batch.answers;
    const at::Tensor lengths_A = answers.countPerOwner(batch.answerCount);
    const PairOf sums = splitPairs(answers.sumPerOwner(answers.logProb_T, batch.answerCount));
    const PairOf lengths = splitPairs(lengths_A);
    const PairOf means{sums.chosen_R / lengths.chosen_R, sums.rejected_R / lengths.rejected_R};

    const at::Tensor logOdds =
        (means.chosen_R - means.rejected_R) - (logOneMinusExp(means.chosen_R) - logOneMinusExp(means.rejected_R));
    const at::Tensor ratio = at::log_sigmoid(logOdds);
    const at::Tensor likelihood = -(sums.chosen_R.sum() + batch.prompts.logProb_T.sum()) /
                                  (lengths.chosen_R.sum() + batch.prompts.logProb_T.size(0));
    Judgement judgement{.lossSum = likelihood - orpo.beta * ratio.mean(), .weight = 1};
    judgement.metrics = {
        {"nll_loss", meanOf(likelihood)}, {"log_odds_ratio", meanOf(ratio)}, {"log_odds_chosen", meanOf(logOdds)}};
    addRewards(judgement.metrics, {orpo.beta * means.chosen_R.detach(), orpo.beta * means.rejected_R.detach()});
    addLogProbs(judgement.metrics, means);
    addOrpoLogits(judgement.metrics, batch, lengths);
    return judgement;
}

} // namespace fettle
