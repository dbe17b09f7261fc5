#pragma once

#include "core/base/cancel.h"
#include "core/generate/generation.h"
#include "core/objective/objective.h"
#include "core/train/drawn_window.h"
#include "core/train/frozen_reference.h"
#include "core/train/rewards.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fettle {

// Answers to requests, in their order.
using AnswerRequests =
    std::function<std::vector<Generation>(const std::vector<GenerateRequest>& requests, const CancelFlag& stop)>;
// By the model as it stands.
[[nodiscard]] AnswerRequests answeredBy(const RunParts& parts, const Trainable& trainable);

// The stage before a step whose objective learns from the model's own answers: draws them from the model as it stands,
// lets them be judged, and compares them.
class Rollouts {
public:
    // All of it must outlive the stage; the reference is made now, so that `start` must not have been trained yet.
    // `values`: what learns beside the model what tokens are worth, where the objective needs it.
    Rollouts(const RunParts& parts, const Objective& objective, const Trainable& start, AnswerRequests answers,
             const CancelFlag& stop = {}, const Trainable* values = nullptr);

    // Asked between micro-batches; false ends it.
    using Proceed = std::function<bool()>;
    // Whether the step with this index from 0 has answers of its own, or those of the step before (num_iterations).
    [[nodiscard]] bool drawsAt(std::int64_t step) const { return step % m_config.numIterations == 0; }
    // Of the prompts of that step. A draw is a function of the run's seed, the step, the row and
    // the answer's number. nullopt: `proceed` said no; Cancelled between two tokens.
    [[nodiscard]] std::optional<DrawnWindow> draw(std::int64_t step, const std::vector<MicroBatch>& prompts,
                                                  const Proceed& proceed, const CancelFlag& stop) const;
    // Of held-out prompts, the same draws each time.
    [[nodiscard]] DrawnWindow drawHeldOut(const MicroBatch& prompts, const CancelFlag& stop) const;

    // The value model; nullptr where there is none.
    [[nodiscard]] const ValueCall* values() const { return m_values ? &*m_values : nullptr; }

private:
    struct Group; // a micro-batch on its way
    [[nodiscard]] std::vector<GenerateRequest> requestsOf(std::uint64_t stream, const MicroBatch& prompts) const;
    [[nodiscard]] Group drawGroup(std::uint64_t stream, const MicroBatch& prompts, const CancelFlag& stop) const;
    void addLogProbs(Group& group) const;
    void addValues(Group& group, const MicroBatch& batch) const;
    [[nodiscard]] DrawnWindow compared(std::vector<Group> groups) const;
    void compareAnswers(DrawnWindow& drawn, std::vector<Group>& groups, const std::vector<double>& rewards) const;

    const RunParts& m_parts;
    const RolloutConfig& m_config;
    const Objective& m_objective;
    const Trainable& m_trainable;
    std::optional<ValueCall> m_values;
    AnswerRequests m_answers;
    std::vector<Reward> m_rewards;
    std::optional<FrozenReference> m_reference;
};

} // namespace fettle
