#pragma once

#include "core/config/run_config.h"
#include "core/data/example.h"
#include "core/model/causal_lm.h"
#include "core/objective/drawn.h"
#include "core/objective/judgement.h"
#include "core/objective/train_batch.h"

#include <functional>
#include <optional>
#include <span>

namespace fettle {

// What the divisor of the window's loss counts: trained tokens, or micro-batches, whose losses are means (TRL sets
// model_accepts_loss_kwargs = False, so that transformers divides by their number).
enum class LossDivisor { Tokens, MicroBatches };

// What an objective wants to be given.
struct ObjectiveNeeds {
    LossDivisor divisor = LossDivisor::MicroBatches;
    bool referenceLogProbs = false; // under the model as it was before the run: sums, of drawn answers by target
    PromptTargets promptTargets = PromptTargets::None; // log-probabilities of the prompts' tokens as well
    double tailWeight = 1;                             // TargetLogProbs::logProbPerAnswer, of the reference's sums too
    double neftuneNoiseAlpha = 0;                      // while training
    bool scores = false;                               // a reward model's, in place of log-probabilities
    double temperature = 1;                            // of the logits
    bool oldLogProbs = false;                          // of drawn answers by target, under the model that drew them
    bool values = false;                               // of drawn answers' places, under the value model
    bool dropout = true;                               // TRL's preference trainers switch it off (disable_dropout)
};

// Log-probabilities in, loss and metrics out: no model and no text.
using Judge = std::function<Judgement(const BatchLogProbs&)>;

// What the loss is where the model still is its own reference, and how far rounding may move it.
struct UntouchedLoss {
    double value = 0, tolerance = 0;
};

struct Objective {
    ObjectiveNeeds needs;
    Judge judge;
    std::optional<UntouchedLoss> untouched = {}; // of the first step
    Compare compare = {};                        // there: learns from answers that are drawn from the model
    Estimate estimate = {};                      // the same, where each token is worth something of its own
    [[nodiscard]] bool drawsAnswers() const { return compare || estimate; }
};
[[nodiscard]] Objective makeObjective(const ObjectiveConfig& config);

// What learns beside the model what its answers' tokens are worth: a model with a score.
struct ValueCall {
    const CausalLM& model;
    const AdapterSet& adapters;
};
// How the trained model is called.
struct ModelCall {
    const CausalLM& model;
    const AdapterSet& adapters;
    at::ScalarType compute = at::kFloat;
    bool training = false;
    bool checkpointing = false;
    ops::DropoutKey dropout;
    double modelDropout = 0; // while training, where the objective wants dropout
    const ValueCall* values = nullptr;
};

// What the micro-batch will add to the divisor, known before any forward pass, so that each micro-batch's gradient is
// scaled once and exactly. 0: nothing to learn from.
[[nodiscard]] double weightOf(const Objective& objective, const MicroBatch& batch);
// What is known of answers before the pass.
struct KnownFigures {
    std::span<const float> reference = {}; // sums of all answers of the data set's rows, in order; empty: none
    const DrawnFigures* drawn = nullptr;   // of this micro-batch's answers, where they were drawn
};
// The pass over the model that all objectives share.
[[nodiscard]] BatchLogProbs batchLogProbs(const ObjectiveNeeds& needs, const ModelCall& call, const MicroBatch& batch,
                                          const KnownFigures& known = {});
[[nodiscard]] Judgement evaluate(const Objective& objective, const ModelCall& call, const MicroBatch& batch,
                                 const KnownFigures& known = {});

} // namespace fettle
