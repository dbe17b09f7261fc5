#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <vector>

namespace fettle {

// What a pass over the model says of T target tokens, each of which has one owner.
struct TargetLogProbs {
    at::Tensor logProb_T;   // fp32, differentiable
    at::Tensor entropy_T;   // fp32 nats, detached
    at::Tensor hit_T;       // bool, detached: the target is the likeliest token
    at::Tensor meanLogit_T; // fp32, detached: over the vocabulary
    at::Tensor owner_T;     // int64

    // Sums and counts of each owner's targets, fp32 [owners].
    [[nodiscard]] at::Tensor sumPerOwner(const at::Tensor& values_T, std::int64_t owners) const;
    [[nodiscard]] at::Tensor countPerOwner(std::int64_t owners) const;
    // Log-probabilities of pairs of answers (2i and 2i + 1), each summed: what goes beyond the length of the shorter
    // one counts tailWeight (LD-DPO, arXiv:2409.06411; trl/trainer/dpo_trainer.py, ld_alpha). 1: all alike, of any
    // answers.
    [[nodiscard]] at::Tensor logProbPerAnswer(std::int64_t answers, double tailWeight) const;
};

// A micro-batch as an objective judges it. Objectives that compare find the answers of row i at 2i (chosen) and 2i + 1;
// KTO its own answer and that of another row.
struct BatchLogProbs {
    TargetLogProbs answers; // owners: the answers of the batch
    TargetLogProbs prompts; // owners: its rows; without targets unless the objective needs them
    std::int64_t answerCount = 0, rowCount = 0;
    std::vector<bool> isDesirable; // by row, where rows are judged
    at::Tensor score_A, margin_R;  // fp32 [answers], [rows]: a reward model's, which has no targets
    at::Tensor reference_A; // fp32 [answers]: sums of log-probabilities under the reference; undefined without one
    at::Tensor advantage_A; // fp32 [answers]: what drawn answers are worth; undefined where none are drawn
    // fp32 by target of the answers: under the model that drew them, and the reference; undefined where not needed
    at::Tensor old_T, reference_T;
    // fp32, where values are learned: what each target was worth, and at each place (DrawnTokens) the value now, the
    // one before and what it should have been
    at::Tensor advantage_T, value_P, oldValue_P, return_P;
};

// [answers] as chosen and rejected, [rows] each.
struct PairOf {
    at::Tensor chosen_R, rejected_R;
};
[[nodiscard]] PairOf splitPairs(const at::Tensor& values_A);

} // namespace fettle
