#include "core/train/trainer.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/config/metrics.h"
#include "core/config/schedule.h"
#include "core/device/device.h"
#include "core/optim/parameter_groups.h"
#include "core/train/changes.h"

#include <ATen/Parallel.h>

#include <cmath>
#include <utility>

namespace fettle {

namespace {

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Weights are as they were loaded, so that a loss against the reference is known beforehand.
void refuseOtherStart(const Objective& objective, double loss) {
    const auto& untouched = objective.untouched;
    if (!untouched || std::abs(loss - untouched->value) <= untouched->tolerance) return;
    const auto shown = [](double value) { return toLine(Json(std::round(value * 1e4) / 1e4)); };
    throw Error{ErrorKind::BadModel,
                "The first step's loss is " + shown(loss) + ", not " + shown(untouched->value) +
                    ": the model and its reference already differ.",
                "Delete the folder \"reference\" in the run's folder, so that the reference is judged again.",
                {{"loss", shown(loss)}, {"expected", shown(untouched->value)}}};
}

// What the best evaluation is the best by.
std::pair<std::string, Json> measureOf(const Json& config) {
    const Json& evaluation = config.at("evaluation");
    const std::string metric = evaluation.at("metric");
    return {metric, isByRewards(metricNamed(metric)) ? evaluation.value("rewards", Json()) : Json()};
}

} // namespace

Trainer::Trainer(RunParts parts, Trainable trainable, RunFolder folder, EventLog& log, CommandQueue& commands)
    : m_parts(std::move(parts)), m_trainable(std::move(trainable)),
      m_values(hasValueModel(m_parts.config) ? std::optional(loadValueModel(m_parts, commands.stopFlag()))
                                             : std::nullopt),
      m_parameters(withValues(m_trainable, m_values)), m_folder(std::move(folder)), m_pinned(m_folder.path()),
      m_log(log), m_commands(commands), m_objective(makeObjective(m_parts.config.objective)),
      m_optimizer(makeOptimizer(m_parts.config.optimizer, parameterGroups(m_parts.config.adapter, m_parameters))),
      m_batches(m_parts.inputs.data.train.rows, m_parts.config), m_evaluator(m_parts),
      m_checkpoints(m_folder, m_parts.config.model.path, m_parts.inputs.text.files), m_memory(m_parts.device) {
    m_state.device = m_parts.device.str();
    m_state.computeDtype = m_parts.plan.computeDtype;
    m_state.modelDtype = m_parts.plan.modelDtype;
    m_state.gradientCheckpointing = m_parts.plan.gradientCheckpointing;
    m_state.threads = at::get_num_threads();
    if (m_parts.compute == at::kHalf) m_state.lossScale.emplace();
    m_state.config = toJson(m_parts.config);
    m_state.data = fingerprintOf(m_parts.config, m_parts.inputs);
}

bool Trainer::prepare() {
    auto reference = referenceLogProbs(
        m_objective, m_parts, m_trainable, m_folder, [this](const Json& event) { m_log.append(event); },
        [this] { return obeyCommands(); });
    if (!reference) return false;
    m_reference = std::move(*reference);
    if (!m_parts.config.evaluation.rewards.by.rewardFuncs.empty()) m_rewards.emplace(m_parts, m_commands.stopFlag());
    if (m_objective.drawsAnswers())
        m_rollouts.emplace(m_parts, m_objective, m_trainable, answeredBy(m_parts, m_trainable), m_commands.stopFlag(),
                           m_values ? &*m_values : nullptr);
    return true;
}

void Trainer::restore(const RunState& state) {
    m_checkpoints.restore(state, m_trainable, *m_optimizer);
    if (m_values) m_checkpoints.restoreValues(state.step, m_values->parameters());
    const Json config = m_state.config, data = m_state.data;
    const auto lossScale = m_state.lossScale;
    m_state = state;
    m_state.config = config;
    m_state.data = data;
    if (!m_state.lossScale) m_state.lossScale = lossScale; // of a checkpoint of before there was one
    m_savedStep = state.step;
    m_window = m_checkpoints.drawn(state);
    if (state.config.is_object() &&
        measureOf(state.config) != measureOf(config)) { // values of two kinds do not compare
        m_state.bestMetric.reset();
        m_state.bestStep = m_state.evaluationsWithoutGain = 0;
    }
    nameBest();
}

std::string Trainer::run() {
    while (!isOver()) {
        if (!obeyCommands()) {
            if (m_saveWhenStopped && m_savedStep != m_state.step) saveCheckpoint();
            return "stopped";
        }
        advance();
    }
    takeBest();
    saveResult();
    return isEarlyStop() ? "early_stopped" : "finished";
}

bool Trainer::isOver() const {
    return !m_state.awaitsEvaluation && (isEarlyStop() || m_state.step >= m_batches.totalSteps());
}

bool Trainer::isEarlyStop() const {
    const std::int64_t patience = m_parts.config.evaluation.earlyStoppingPatience;
    return patience > 0 && m_state.evaluationsWithoutGain >= patience;
}

// A step and what is due after it, as far as no stop comes: run() looks for one next.
void Trainer::advance() {
    if (!m_state.awaitsEvaluation && !takeStep()) return;
    m_pinned.refuseMoved();
    bool improved = false;
    try {
        improved = m_state.awaitsEvaluation && evaluate();
    } catch (const Cancelled&) {
        return;
    }
    m_state.awaitsEvaluation = false;
    const CheckpointConfig& checkpoint = m_parts.config.checkpoint;
    if (isDue(checkpoint.everySteps) || (improved && checkpoint.keepBest) || isEarlyStop()) saveCheckpoint();
}

bool Trainer::makeWindow() try {
    if (m_rollouts && m_window && !m_rollouts->drawsAt(m_state.step)) return true;
    std::vector<MicroBatch> rows = m_batches.step(m_state.step);
    m_window = m_rollouts ? m_rollouts->draw(
                                m_state.step, rows, [this] { return obeyCommands(); }, m_commands.stopFlag())
                          : std::optional(DrawnWindow{.window = std::move(rows)});
    return m_window.has_value();
} catch (const Cancelled&) {
    return false;
}

bool Trainer::takeStep() {
    const auto start = std::chrono::steady_clock::now();
    m_commandSeconds = 0;
    if (!makeWindow()) return false;
    TrainStep step({.model = m_trainable.model(),
                    .adapters = m_trainable.adapters(),
                    .parameters = m_parameters,
                    .objective = m_objective,
                    .optimizer = *m_optimizer,
                    .processes = *m_processes,
                    .values = m_rollouts ? m_rollouts->values() : nullptr,
                    .memory = &m_memory,
                    .lossScale = m_state.lossScale ? &*m_state.lossScale : nullptr},
                   {.compute = m_parts.compute,
                    .checkpointing = m_parts.plan.gradientCheckpointing,
                    .seed = static_cast<std::uint64_t>(m_parts.config.seed),
                    .modelDropout = m_parts.config.model.dropout,
                    .maxGradNorm = m_parts.config.optimizer.maxGradNorm,
                    .reference = m_reference.train,
                    .drawn = m_window->figures});
    const double learningRate = m_parts.plan.learningRate * scheduleFactor(m_parts.config.schedule, m_state.updates(),
                                                                           {.warmupSteps = m_parts.plan.warmupSteps,
                                                                            .totalSteps = m_batches.totalSteps(),
                                                                            .learningRate = m_parts.plan.learningRate});
    auto result = step.take(m_state.step, m_window->window, learningRate, [this] { return obeyCommands(); });
    if (!result) return false;
    result->metrics.merge(std::exchange(m_window->metrics, {})); // of the draw: once
    if (m_state.step == 0 && startsAsItsReference(m_parts.config.adapter)) refuseOtherStart(m_objective, result->loss);
    ++m_state.step;
    m_state.tokens += result->tokens;
    m_state.awaitsEvaluation = isDue(m_parts.config.evaluation.everySteps);
    report(*result, secondsSince(start) - m_commandSeconds);
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
    if (result.isSkipped) event.erase("grad_norm");
    if (m_state.lossScale) event["loss_scale"] = m_state.lossScale->scale;
    if (m_memory.peakBytes() > m_reportedPeak) event["measured_memory"] = measuredMemory();
    m_reportedPeak = m_memory.peakBytes();
    for (const auto& [name, mean] : result.metrics)
        event[name] = mean;
    m_log.append(event);
}

Json Trainer::measuredMemory() {
    std::uint64_t adapter = 0, optimizer = 0;
    const NamedTensors own = m_trainable.state();
    for (const auto& [name, parameter] : own.empty() ? m_trainable.parameters() : own)
        adapter += m_trainable.isAdapter() ? parameter.nbytes() : 0;
    if (m_values && m_values->isAdapter())
        for (const auto& [name, parameter] : m_values->parameters())
            adapter += parameter.nbytes();
    for (const auto& [name, state] : m_optimizer->state())
        optimizer += state.nbytes();
    return m_memory.ledger(adapter, optimizer);
}

bool Trainer::obeyCommands() {
    const auto start = std::chrono::steady_clock::now();
    const bool goesOn = obeyQueued();
    m_commandSeconds += secondsSince(start);
    return goesOn;
}

bool Trainer::obeyQueued() {
    while (const auto command = m_commands.poll()) {
        if (const auto* stop = std::get_if<StopCommand>(&*command)) {
            m_saveWhenStopped = stop->save;
            return false;
        }
        if (const auto* wait = std::get_if<PauseCommand>(&*command); wait != nullptr && !pause(wait->releaseMemory))
            return false;
        if (std::holds_alternative<CheckpointCommand>(*command)) saveCheckpoint();
        if (std::holds_alternative<SampleCommand>(*command)) sampleNow();
    }
    return true;
}

bool Trainer::pause(bool releaseMemory) {
    if (releaseMemory) backendOf(m_parts.device).releaseCached(m_parts.device.index());
    m_log.append({{"type", "paused"}, {"step", m_state.step}});
    for (;;) {
        const EngineCommand command = m_commands.wait();
        if (const auto* stop = std::get_if<StopCommand>(&command)) {
            m_saveWhenStopped = stop->save;
            return false;
        }
        if (std::holds_alternative<CheckpointCommand>(command)) saveCheckpoint();
        if (std::holds_alternative<SampleCommand>(command)) sampleNow();
        if (std::holds_alternative<ResumeCommand>(command)) break;
    }
    m_log.append({{"type", "resumed"}, {"step", m_state.step}});
    return true;
}

bool Trainer::isDue(std::int64_t everySteps) const {
    const bool isLast = m_state.step == m_batches.totalSteps();
    if (everySteps < 0) return false;
    if (everySteps > 0) return isLast || m_state.step % everySteps == 0;
    return isLast || m_batches.endsEpoch(m_state.step - 1);
}

// Nothing is told of an evaluation that was cut short.
bool Trainer::evaluate() {
    const CancelFlag& stop = m_commands.stopFlag();
    const std::vector<Sample> samples = samplePrompts(m_parts, m_trainable, stop);
    auto metrics = m_evaluator.evaluate(m_objective, m_trainable, m_parts.compute, stop, m_reference.validation,
                                        m_rollouts ? &*m_rollouts : nullptr);
    if (m_rewards) metrics.merge(m_rewards->measure(m_trainable, stop));
    emitSamples(samples);
    return m_evaluator.hasRows() && note(metrics);
}

bool Trainer::note(const std::map<std::string, double>& metrics) {
    Json event = {{"type", "evaluation"}, {"step", m_state.step}};
    for (const auto& [name, value] : metrics)
        event[name] = value;
    m_log.append(event);

    const std::string& metric = m_parts.config.evaluation.metric;
    const auto found = metrics.find(metric);
    if (found == metrics.end()) return false;
    const double value = found->second;
    const bool isBest = isBetter(metricNamed(metric), value, m_state.bestMetric);
    m_state.evaluationsWithoutGain = isBest ? 0 : m_state.evaluationsWithoutGain + 1;
    if (isBest) {
        m_state.bestMetric = value;
        m_state.bestStep = m_state.step;
    }
    return isBest;
}

void Trainer::emitSamples(const std::vector<Sample>& samples) {
    for (const Sample& sample : samples)
        m_log.append({{"type", "sample"}, {"step", m_state.step}, {"prompt", sample.prompt}, {"text", sample.text}});
}

// On command; a stop cuts it short.
void Trainer::sampleNow() {
    try {
        emitSamples(samplePrompts(m_parts, m_trainable, m_commands.stopFlag()));
    } catch (const Cancelled&) {
        return;
    }
}

void Trainer::saveCheckpoint() {
    m_pinned.refuseMoved();
    const bool goesOn = m_rollouts && m_window && !m_rollouts->drawsAt(m_state.step);
    const auto path = m_checkpoints.save(m_state, m_trainable, *m_optimizer,
                                         {.drawn = goesOn ? toTensors(*m_window) : NamedTensors(),
                                          .values = m_values ? m_values->parameters() : NamedTensors()},
                                         [this] { beforeRename(); });
    const CheckpointConfig& config = m_parts.config.checkpoint;
    if (m_state.bestStep == m_state.step || !config.keepBest) nameBest();
    m_checkpoints.prune(config.keepLast, config.keepBest ? m_state.bestStep : -1);
    m_savedStep = m_state.step;
    m_log.append({{"type", "checkpoint"}, {"step", m_state.step}, {"path", path.string()}});
}

void Trainer::nameBest() const {
    if (m_parts.config.checkpoint.keepBest)
        m_checkpoints.markBest(m_state, m_parts.config.evaluation.metric);
    else
        m_checkpoints.forgetBest();
}

// What is renamed into place counts; then the events that led to it must be on the disk, and the place be the run's.
void Trainer::beforeRename() const {
    m_log.sync();
    m_pinned.refuseMoved();
}

// A run gives its best weights; the last ones stay as a checkpoint.
void Trainer::takeBest() {
    m_resultStep = m_state.step;
    const std::int64_t best = m_state.bestStep;
    if (!m_parts.config.checkpoint.keepBest || !std::filesystem::exists(m_folder.bestFile()) || best == m_state.step)
        return;
    if (m_savedStep != m_state.step) saveCheckpoint();
    m_checkpoints.restoreWeights(best, m_trainable);
    m_resultStep = best;
}

void Trainer::saveResult() const {
    m_pinned.refuseMoved();
    AtomicFolder building(m_trainable.isAdapter() ? m_folder.adapterFolder() : m_folder.modelFolder());
    m_trainable.save(building.path(), m_parts.config.model.path, m_parts.inputs.text.files,
                     scalarType(m_parts.plan.modelDtype));
    beforeRename();
    building.commit();
}

} // namespace fettle
