#pragma once

#include <ATen/ATen.h>

#include <functional>
#include <vector>

namespace fettle {

// What is known of a micro-batch's answers that were drawn from the model, in the batch's order.
struct DrawnFigures {
    std::vector<float> advantages;                     // by answer
    std::vector<float> oldLogProbs, referenceLogProbs; // by target; empty where the objective needs none
};

// What the answers of a step earned, as many after one another as a prompt has.
struct DrawnRewards {
    at::Tensor reward_A; // fp32
    std::int64_t perPrompt = 1;
    at::Tensor logRatio_A; // fp32: sums of log-probabilities less the reference's; undefined without one
};
struct Advantages {
    at::Tensor advantage_A; // fp32
    double alikeShare = 0;  // of the answers: beside others that all earned the same
};
// What answers are worth beside the others to the same prompt.
using Compare = std::function<Advantages(const DrawnRewards&)>;

} // namespace fettle
