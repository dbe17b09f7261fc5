#pragma once

#include "core/config/run_config.h"
#include "core/objective/drawn.h"
#include "core/objective/judgement.h"

namespace fettle {

// Each a pure function of log-probabilities. Sums and means are fp32 scalars.

// Cross-entropy of the targets, summed; the window divides by their number (trl/trainer/sft_trainer.py: `nll` with
// num_items_in_batch, which transformers' Trainer counts on labels[:, 1:]).
[[nodiscard]] Judgement nextTokenLoss(const BatchLogProbs& batch);

// The same with each token's term weighted by its own probability, which is no part of the gradient (Wu et al. 2025,
// arXiv:2508.05629; trl/trainer/sft_trainer.py: dft_loss).
[[nodiscard]] Judgement dftLoss(const BatchLogProbs& batch);

// Rafailov et al. 2023 (arXiv:2305.18290) and its relatives, under TRL's names of loss_type
// (trl/trainer/dpo_trainer.py, _compute_loss). The mean over the pairs. Needs the reference.
[[nodiscard]] Judgement dpoLoss(const DpoObjective& dpo, const BatchLogProbs& batch);

// Hong et al. 2024 (arXiv:2403.07691), trl/experimental/orpo/orpo_trainer.py: the cross-entropy of prompts and chosen
// answers, less beta times the mean log-sigmoid of the log odds ratio of the answers' mean log-probabilities. Needs the
// targets of the prompts.
[[nodiscard]] Judgement orpoLoss(const OrpoObjective& orpo, const BatchLogProbs& batch);

// Xu et al. 2024 (arXiv:2401.08417) and its relatives SimPO (arXiv:2405.14734) and AlphaPO (arXiv:2501.03884), under
// TRL's names of loss_type (trl/experimental/cpo/cpo_trainer.py): the mean over the pairs plus cpo_alpha times the
// cross-entropy of the chosen answers. No reference.
[[nodiscard]] Judgement cpoLoss(const CpoObjective& cpo, const BatchLogProbs& batch);

// Bradley-Terry with a margin (arXiv:2307.09288, eq. 2) and scores that are kept around 0 (arXiv:2312.09244), as in
// trl/trainer/reward_trainer.py: the mean over the pairs. Needs scores.
[[nodiscard]] Judgement rewardLoss(const RewardObjective& reward, const BatchLogProbs& batch);

// Ethayarajh et al. 2024 (arXiv:2402.01306, eq. 7) and apo_zero_unpaired (arXiv:2408.06266), under TRL's names of
// loss_type (trl/trainer/kto_trainer.py): the mean over the rows. Needs the reference and each row's verdict; for kto
// each row has a second answer, another row's, on which the distance from the reference is measured.
[[nodiscard]] Judgement ktoLoss(const KtoObjective& kto, const BatchLogProbs& batch);

// Shao et al. 2024 (arXiv:2402.03300, eq. 3) with the averages of arXiv:2503.20783 and arXiv:2503.14476, under TRL's
// names of loss_type (trl/trainer/grpo_trainer.py, _compute_loss). Needs advantages; with a beta the reference by
// target. Without old log-probabilities the model is the one that drew the answers. weight: targets for dapo, else 1.
[[nodiscard]] Judgement grpoLoss(const GrpoObjective& grpo, const BatchLogProbs& batch);
// Rewards less the mean of their prompt's, over the deviation that scale_rewards names (+ 1e-4).
[[nodiscard]] Advantages grpoAdvantages(const GrpoObjective& grpo, const DrawnRewards& rewards);

// Ahmadian et al. 2024 (arXiv:2402.14740), trl/trainer/rloo_trainer.py: the clipped ratio of whole answers times what
// they are worth, the mean over the answers. Needs advantages; with a beta old and reference log-probabilities.
[[nodiscard]] Judgement rlooLoss(const RlooObjective& rloo, const BatchLogProbs& batch);
// Rewards, less beta times the distance from the reference, less the mean of the prompt's other ones.
[[nodiscard]] Advantages rlooAdvantages(const RlooObjective& rloo, const DrawnRewards& rewards);

// Schulman et al. 2017 (arXiv:1707.06347, eq. 7 and 9), trl/experimental/ppo/ppo_trainer.py: the clipped ratio of each
// token times what it was worth, and vf_coef times half the clipped square that the value is off, each the mean over
// its tokens. Needs old log-probabilities, advantages by token, and values.
[[nodiscard]] Judgement ppoLoss(const PpoObjective& ppo, const BatchLogProbs& batch);
// Rewards at the answers' ends less kl_coef times the distance at each token, as whitened advantages and returns of the
// value model (losses/ppo.h). The value behind the end of an answer that stopped before the longest counts, as in TRL.
[[nodiscard]] Estimates ppoEstimates(const PpoObjective& ppo, const DrawnTokens& drawn);

} // namespace fettle
