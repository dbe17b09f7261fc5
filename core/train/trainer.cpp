#include "core/train/trainer.h"

#include "core/base/files.h"
#include "core/device/device.h"
#include "core/optim/schedule.h"
#include "core/train/sampler.h"

#include <ATen/Parallel.h>

namespace fettle {

namespace {

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

bool isGreaterBetter(const std::string& metric) {
    return !metric.ends_with("loss");
}

} // namespace

Trainer::Trainer(RunParts parts, Trainable trainable, RunFolder folder, EventSink events, CommandQueue& commands)
    : m_parts(std::move(parts)), m_trainable(std::move(trainable)), m_folder(std::move(folder)),
      m_events(std::move(events)), m_commands(commands), m_objective(makeObjective(m_parts.config.objective)),
      m_optimizer(makeOptimizer(m_parts.config.optimizer, m_trainable.parameters())),
      m_batches(m_parts.inputs.data.train.rows, m_parts.config), m_evaluator(m_parts),
      m_checkpoints(m_folder, m_parts.config.model.path, m_parts.inputs.folder), m_memory(m_parts.device) {
    m_state.device = m_parts.device.str();
    m_state.computeDtype = m_parts.plan.computeDtype;
    m_state.modelDtype = m_parts.plan.modelDtype;
    m_state.gradientCheckpointing = m_parts.plan.gradientCheckpointing;
    m_state.threads = at::get_num_threads();
}

bool Trainer::prepare() {
    auto reference =
        referenceLogProbs(m_objective, m_parts, m_trainable, m_folder, m_events, [this] { return obeyCommands(); });
    if (!reference) return false;
    m_reference = std::move(*reference);
    return true;
}

void Trainer::restore(const RunState& state) {
    m_checkpoints.restore(state, m_trainable, *m_optimizer);
    m_state = state;
    m_savedStep = state.step;
}

std::string Trainer::run() {
    const RunConfig& config = m_parts.config;
    while (m_state.step < m_batches.totalSteps()) {
        if (!obeyCommands() || !takeStep()) {
            if (m_saveWhenStopped && m_savedStep != m_state.step) saveCheckpoint();
            return "stopped";
        }
        const bool improved = isDue(config.evaluation.everySteps) && evaluate();
        const std::int64_t patience = config.evaluation.earlyStoppingPatience;
        const bool isEnough = patience > 0 && m_state.evaluationsWithoutGain >= patience;
        if (isDue(config.checkpoint.everySteps) || (improved && config.checkpoint.keepBest) || isEnough)
            saveCheckpoint();
        if (isEnough) {
            saveResult();
            return "early_stopped";
        }
    }
    saveResult();
    return "finished";
}

bool Trainer::takeStep() {
    const auto start = std::chrono::steady_clock::now();
    TrainStep step({.model = m_trainable.model(),
                    .adapters = m_trainable.adapters(),
                    .parameters = m_trainable.parameters(),
                    .objective = m_objective,
                    .optimizer = *m_optimizer,
                    .processes = *m_processes,
                    .memory = &m_memory},
                   {.compute = m_parts.compute,
                    .checkpointing = m_parts.plan.gradientCheckpointing,
                    .seed = static_cast<std::uint64_t>(m_parts.config.seed),
                    .maxGradNorm = m_parts.config.optimizer.maxGradNorm,
                    .reference = m_reference.train});
    const double learningRate =
        m_parts.plan.learningRate *
        scheduleFactor(m_parts.config.schedule, m_state.step, m_parts.plan.warmupSteps, m_batches.totalSteps());
    const auto result =
        step.take(m_state.step, m_batches.step(m_state.step), learningRate, [this] { return obeyCommands(); });
    if (!result) return false;
    ++m_state.step;
    m_state.tokens += result->tokens;
    report(*result, secondsSince(start));
    return true;
}

void Trainer::report(const StepResult& result, double seconds) {
    Json event = {{"type", "step"},
                  {"step", m_state.step},
                  {"epoch", m_batches.epochAfter(m_state.step - 1)},
                  {"loss", result.loss},
                  {"grad_norm", result.gradientNorm},
                  {"learning_rate", result.learningRate},
                  {"tokens", m_state.tokens},
                  {"tokens_per_second", static_cast<double>(result.tokens) / seconds},
                  {"memory_bytes", m_memory.peakBytes()}};
    for (const auto& [name, metric] : result.metrics)
        event[name] = metric.sum / metric.count;
    m_events(event);
}

Json Trainer::measuredMemory() {
    std::uint64_t adapter = 0, optimizer = 0;
    for (const auto& [name, parameter] : m_trainable.parameters())
        adapter += m_trainable.isAdapter() ? parameter.nbytes() : 0;
    for (const auto& [name, state] : m_optimizer->state())
        optimizer += state.nbytes();
    return m_memory.ledger(adapter, optimizer);
}

bool Trainer::obeyCommands() {
    while (const auto command = m_commands.poll()) {
        if (const auto* stop = std::get_if<StopCommand>(&*command)) {
            m_saveWhenStopped = stop->save;
            return false;
        }
        if (const auto* wait = std::get_if<PauseCommand>(&*command); wait != nullptr && !pause(wait->releaseMemory))
            return false;
        if (std::holds_alternative<CheckpointCommand>(*command)) saveCheckpoint();
        if (std::holds_alternative<SampleCommand>(*command)) emitSamples();
    }
    return true;
}

bool Trainer::pause(bool releaseMemory) {
    if (releaseMemory) backendOf(m_parts.device).releaseCached(m_parts.device.index());
    m_events({{"type", "paused"}, {"step", m_state.step}});
    for (;;) {
        const EngineCommand command = m_commands.wait();
        if (const auto* stop = std::get_if<StopCommand>(&command)) {
            m_saveWhenStopped = stop->save;
            return false;
        }
        if (std::holds_alternative<CheckpointCommand>(command)) saveCheckpoint();
        if (std::holds_alternative<SampleCommand>(command)) emitSamples();
        if (std::holds_alternative<ResumeCommand>(command)) break;
    }
    m_events({{"type", "resumed"}, {"step", m_state.step}});
    return true;
}

bool Trainer::isDue(std::int64_t everySteps) const {
    const bool isLast = m_state.step == m_batches.totalSteps();
    if (everySteps < 0) return false;
    if (everySteps > 0) return isLast || m_state.step % everySteps == 0;
    return isLast || m_batches.endsEpoch(m_state.step - 1);
}

bool Trainer::evaluate() {
    emitSamples();
    if (!m_evaluator.hasRows()) return false;
    const auto metrics = m_evaluator.evaluate(m_objective, m_trainable, m_parts.compute, m_reference.validation);
    Json event = {{"type", "evaluation"}, {"step", m_state.step}};
    for (const auto& [name, value] : metrics)
        event[name] = value;
    m_events(event);

    const std::string& metric = m_parts.config.evaluation.metric;
    const auto found = metrics.find(metric);
    if (found == metrics.end()) return false;
    const double value = found->second;
    const bool isBetter =
        !m_state.bestMetric || (isGreaterBetter(metric) ? value > *m_state.bestMetric : value < *m_state.bestMetric);
    m_state.evaluationsWithoutGain = isBetter ? 0 : m_state.evaluationsWithoutGain + 1;
    if (isBetter) {
        m_state.bestMetric = value;
        m_state.bestStep = m_state.step;
    }
    return isBetter;
}

void Trainer::emitSamples() {
    if (m_parts.config.evaluation.samplePrompts.empty()) return;
    for (const Sample& sample : samplePrompts(m_parts, m_trainable))
        m_events({{"type", "sample"}, {"step", m_state.step}, {"prompt", sample.prompt}, {"text", sample.text}});
}

void Trainer::saveCheckpoint() {
    const auto path = m_checkpoints.save(m_state, m_trainable, *m_optimizer);
    const CheckpointConfig& config = m_parts.config.checkpoint;
    if (m_state.bestMetric && m_state.bestStep == m_state.step)
        m_checkpoints.markBest(m_state, m_parts.config.evaluation.metric);
    m_checkpoints.prune(config.keepLast, config.keepBest ? m_state.bestStep : -1);
    m_savedStep = m_state.step;
    m_events({{"type", "checkpoint"}, {"step", m_state.step}, {"path", path.string()}});
}

void Trainer::saveResult() const {
    AtomicFolder building(m_trainable.isAdapter() ? m_folder.adapterFolder() : m_folder.modelFolder());
    m_trainable.save(building.path(), m_parts.config.model.path, m_parts.inputs.folder,
                     scalarType(m_parts.plan.modelDtype));
    building.commit();
}

} // namespace fettle
