#include "core/train/run_training.h"

#include "core/base/utc.h"
#include "core/device/device.h"
#include "core/library/base_model.h"
#include "core/plan/inputs.h"
#include "core/plan/memory_advice.h"
#include "core/plan/parameters.h"
#include "core/train/changes.h"
#include "core/train/trainer.h"

#include <torch/version.h>

#include <unistd.h>

namespace fettle {

namespace {

Json startedEvent(const RunConfig& config, const std::optional<RunState>& resumed) {
    const auto& fresh = config.model.init;
    const auto base = BaseModel::open(fresh ? fresh->tokenizer : config.model.path);
    const TextSide text = textOf(config, *base);
    RunConfig full = config;
    full.adapter = withAddedTokens(config.adapter, text);
    const ParameterCounts counts = countParameters(full, trainedArchitecture(config, *base, text));
    Json event = {{"type", "started"},
                  {"at", utcNow()},
                  {"protocol", 1},
                  {"pid", getpid()},
                  {"device", resumed ? resumed->device : config.device},
                  {"versions", {{"fettle", FETTLE_VERSION}, {"torch", TORCH_VERSION}}},
                  {"parameters", {{"total", counts.total}, {"trainable", counts.trained}}}};
    if (resumed) event["resumed_from"] = resumed->step;
    return event;
}

void emitWarnings(const Plan& plan, const EventSink& events) {
    for (const ConfigProblem& warning : plan.warnings)
        events({{"type", "warning"},
                {"kind", "bad_config"},
                {"facts", {{"key", warning.key}}},
                {"message", warning.message},
                {"hint", warning.hint}});
}

// Runs `work`; memory that runs out all the same becomes an error that says what would save some.
template <class Work>
Json withMemoryAdvice(const Plan& plan, Work work) {
    const auto error = [&plan] {
        return Error{ErrorKind::OutOfMemory,
                     "The memory ran out. The last checkpoint is intact.",
                     memoryAdvice(plan.savings, plan.memory.total(), 0),
                     {{"predicted_bytes", std::to_string(plan.memory.total())}}};
    };
    try {
        return work();
    } catch (const std::bad_alloc&) {
        throw error();
    } catch (const c10::OutOfMemoryError&) {
        throw error();
    }
}

Json planEvent(const Plan& plan) {
    Json event = {{"type", "plan"}};
    event.update(toJson(plan));
    return event;
}

// The last event of a run that went its way.
Json trainToEnd(const RunFolder& folder, EventLog& log, CommandQueue& commands, const TokenCache& cache) {
    const EventSink events = [&log](const Json& event) { log.append(event); };
    const RunConfig config = readRunConfig(folder.configFile());
    CheckpointStore checkpoints(folder, config.model.path, {});
    const std::optional<RunState> resumed = checkpoints.latest();
    events(startedEvent(config, resumed));
    if (resumed) refuseOtherRun(*resumed, config);

    RunParts parts = prepareRun(config, resumed, events, commands.stopFlag(), cache);
    events(planEvent(parts.plan));
    emitWarnings(parts.plan, events);
    if (resumed && hasOtherConfig(*resumed, parts.config)) folder.keepOldConfig(resumed->config);
    if (resumed)
        for (const Json& change : findChanges(*resumed, parts.config, fingerprintOf(parts.config, parts.inputs)))
            events(change);
    backendOf(parts.device).resetPeak(parts.device.index());

    const Plan plan = parts.plan;
    return withMemoryAdvice(plan, [&]() -> Json {
        Trainable trainable = loadTrainable(parts, events, commands.stopFlag());
        Trainer trainer(std::move(parts), std::move(trainable), folder, log, commands);
        if (!trainer.prepare()) return {{"type", "ended"}, {"reason", "stopped"}};
        if (resumed) trainer.restore(*resumed);
        const std::string reason = trainer.run();
        Json ended = {{"type", "ended"}, {"reason", reason}, {"measured_memory", trainer.measuredMemory()}};
        if (reason != "stopped") ended["result_step"] = trainer.resultStep();
        return ended;
    });
}

} // namespace

void runTraining(const RunFolder& folder, EventLog& log, CommandQueue& commands, const TokenCache& cache) {
    Json ended = {{"type", "ended"}, {"reason", "stopped"}};
    try {
        ended = trainToEnd(folder, log, commands, cache);
    } catch (const Cancelled&) {
        // Stopped before the first step: there is nothing to save.
    }
    log.append(ended);
    log.sync();
}

} // namespace fettle
