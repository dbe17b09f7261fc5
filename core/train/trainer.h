#pragma once

#include "core/optim/optimizer.h"
#include "core/train/checkpoint.h"
#include "core/train/command_queue.h"
#include "core/train/evaluator.h"
#include "core/train/memory_meter.h"
#include "core/train/reference.h"
#include "core/train/run_parts.h"
#include "core/train/train_step.h"

#include <chrono>
#include <memory>
#include <string>

namespace fettle {

// One run from its state to its end. The swappable parts are built in the constructor; run() tells the story, each step
// does the work. Stop and pause act between micro-batches.
class Trainer {
public:
    Trainer(RunParts parts, Trainable trainable, RunFolder folder, EventSink events, CommandQueue& commands);

    // What the objective needs of the model as it is before the run; to be called before restore(). false: stopped.
    [[nodiscard]] bool prepare();
    // Takes up the state of a checkpoint.
    void restore(const RunState& state);
    // Returns the reason of the end: finished, stopped or early_stopped. Error{NonFinite} before the optimizer would
    // run on a loss that is no number.
    [[nodiscard]] std::string run();
    // What the parts of a step really took (MemoryMeter); of the last step.
    [[nodiscard]] Json measuredMemory();

private:
    [[nodiscard]] bool takeStep();
    void report(const StepResult& result, double seconds);

    [[nodiscard]] bool obeyCommands(); // false: end now
    [[nodiscard]] bool pause(bool releaseMemory);

    [[nodiscard]] bool isDue(std::int64_t everySteps) const;
    [[nodiscard]] bool evaluate(); // true: it got better
    void emitSamples();
    void saveCheckpoint();
    void saveResult() const;

    RunParts m_parts;
    Trainable m_trainable;
    RunFolder m_folder;
    EventSink m_events;
    CommandQueue& m_commands;
    Objective m_objective;
    std::unique_ptr<Optimizer> m_optimizer;
    std::unique_ptr<ProcessGroup> m_processes = alone();
    ReferenceLogProbs m_reference;
    BatchPlan m_batches;
    Evaluator m_evaluator;
    CheckpointStore m_checkpoints;
    MemoryMeter m_memory;
    RunState m_state;
    std::int64_t m_savedStep = 0;
    bool m_saveWhenStopped = true;
};

} // namespace fettle
