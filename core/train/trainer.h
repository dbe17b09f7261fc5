#pragma once

#include "core/optim/optimizer.h"
#include "core/run/pinned_folder.h"
#include "core/train/checkpoint.h"
#include "core/train/command_queue.h"
#include "core/train/evaluation_rewards.h"
#include "core/train/evaluator.h"
#include "core/train/memory_meter.h"
#include "core/train/reference.h"
#include "core/train/rollouts.h"
#include "core/train/run_parts.h"
#include "core/train/sampler.h"
#include "core/train/train_step.h"
#include "core/train/value_model.h"

#include <chrono>
#include <memory>
#include <string>

namespace fettle {

// One run from its state to its end. The swappable parts are built in the constructor; run() tells the story, each step
// does the work. Stop and pause act between micro-batches.
class Trainer {
public:
    Trainer(RunParts parts, Trainable trainable, RunFolder folder, EventLog& log, CommandQueue& commands);

    // What the objective needs of the model as it is before the run; to be called before restore(). false: stopped.
    [[nodiscard]] bool prepare();
    // Takes up the state of a checkpoint.
    void restore(const RunState& state);
    // Returns the reason of the end: finished, stopped or early_stopped. Error{NonFinite} after a step whose loss
    // or gradient is no number, Error{FileNotFound} where the run's folder was moved or removed.
    [[nodiscard]] std::string run();
    // The step whose weights the result has, after run(): the best one that was kept, else the last.
    [[nodiscard]] std::int64_t resultStep() const { return m_resultStep; }
    // What the parts of a step really took (MemoryMeter).
    [[nodiscard]] Json measuredMemory();

private:
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] bool isEarlyStop() const;
    void advance();
    [[nodiscard]] bool takeStep();
    [[nodiscard]] bool makeWindow(); // of the next step; false: stopped
    void report(const StepResult& result, double seconds);

    [[nodiscard]] bool obeyCommands(); // false: end now
    [[nodiscard]] bool obeyQueued();
    [[nodiscard]] bool pause(bool releaseMemory);

    [[nodiscard]] bool isDue(std::int64_t everySteps) const;
    [[nodiscard]] bool evaluate();                                         // true: it got better
    [[nodiscard]] bool note(const std::map<std::string, double>& metrics); // the same
    void emitSamples(const std::vector<Sample>& samples);
    void sampleNow();
    void saveCheckpoint();
    void nameBest() const;
    void takeBest();
    void saveResult() const;
    void beforeRename() const;

    RunParts m_parts;
    Trainable m_trainable;
    std::optional<Trainable> m_values; // the value model, where there is one
    NamedTensors m_parameters;         // all that the optimizer moves
    RunFolder m_folder;
    PinnedFolder m_pinned;
    EventLog& m_log;
    CommandQueue& m_commands;
    Objective m_objective;
    std::unique_ptr<Optimizer> m_optimizer;
    std::unique_ptr<ProcessGroup> m_processes = alone();
    ReferenceLogProbs m_reference;
    std::optional<Rollouts> m_rollouts;  // where answers are drawn
    std::optional<DrawnWindow> m_window; // of the last step, or of the one that is going on
    BatchPlan m_batches;
    Evaluator m_evaluator;
    std::optional<EvaluationRewards> m_rewards; // of answers to held-out prompts, where asked for
    CheckpointStore m_checkpoints;
    MemoryMeter m_memory;
    RunState m_state;
    std::int64_t m_savedStep = 0, m_resultStep = 0;
    std::int64_t m_reportedPeak = 0; // bytes
    double m_commandSeconds = 0;     // of the step that is going on, spent on commands: pauses, checkpoints, samples
    bool m_saveWhenStopped = true;
};

} // namespace fettle
