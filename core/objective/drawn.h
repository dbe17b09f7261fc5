#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace fettle {

// What is known of a micro-batch's answers that were drawn from the model, in the batch's order.
struct DrawnFigures {
    std::vector<float> advantages;                     // by answer
    std::vector<float> oldLogProbs, referenceLogProbs; // by target; empty where the objective needs none
    // Where values are learned: by target, and by place, which are the targets and then the ends that count.
    std::vector<float> tokenAdvantages, returns, oldValues;
    std::vector<std::uint8_t> endsEarly; // by answer: it has a value behind its last token, too
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

// The answers of a step before anything is learned from them: T targets, answer by answer, and P places, which are the
// targets and then the ends of those that end early.
struct DrawnTokens {
    at::Tensor score_A;                // fp32: what each earned
    at::Tensor logProb_T, reference_T; // fp32: under the model that drew them, and the reference
    at::Tensor value_P;                // fp32: what the value model expects there
    std::vector<std::int64_t> lengths; // targets, by answer
    std::vector<std::uint8_t> endsEarly;
};
struct Estimates {
    at::Tensor advantage_T, return_P;      // fp32
    std::map<std::string, double> metrics; // TRL's names
};
// What each token was worth.
using Estimate = std::function<Estimates(const DrawnTokens&)>;

} // namespace fettle
