#include "core/train/run_parts.h"

#include "core/device/device.h"
#include "core/generate/generation.h"
#include "core/plan/plan_warnings.h"

namespace fettle {

namespace {

// Progress events at most every hundredth of the way: a data set of a million rows must not write a million lines.
ProgressCallback reportEach(const EventSink& events, const char* phase) {
    return [&events, phase, last = std::int64_t{-1}](std::int64_t done, std::int64_t total) mutable {
        const std::int64_t percent = total > 0 ? 100 * done / total : 100;
        if (percent == last) return;
        last = percent;
        events({{"type", "progress"}, {"phase", phase}, {"done", done}, {"total", total}});
    };
}

void refuseProblems(const RunConfig& config) {
    for (const ConfigProblem& problem : validate(config))
        if (!problem.isWarning)
            throw Error{ErrorKind::BadConfig, problem.message, problem.hint, {{"key", problem.key}}};
}

void keepResolved(Plan& plan, const RunState& state) {
    plan.computeDtype = state.computeDtype;
    plan.modelDtype = state.modelDtype;
    plan.gradientCheckpointing = state.gradientCheckpointing;
}

// Before anything is loaded: what cannot fit does not start.
void refuseTooLarge(const Plan& plan) {
    for (const ConfigProblem& problem : plan.warnings)
        if (!problem.isWarning && problem.key == kMemoryKey)
            throw Error{ErrorKind::OutOfMemory,
                        problem.message,
                        problem.hint,
                        {{"needed_bytes", std::to_string(plan.memory.total())},
                         {"available_bytes", std::to_string(plan.memoryAvailable)}}};
}

void refuseEmptyTraining(const Plan& plan) {
    if (plan.steps > 0 && plan.train.trainedTokens > 0) return;
    const std::string reason = plan.problems.empty() ? "The data has no row." : plan.problems.front().reason;
    throw Error{ErrorKind::BadDataset, "No token would be trained. " + reason,
                "Look at the rows with `fettle plan`, or choose data.train_on: everything."};
}

at::ScalarType trainableCompute(const std::string& name) {
    const at::ScalarType compute = scalarType(name);
    if (compute == at::kHalf)
        throw Error{ErrorKind::BadConfig,
                    "Training in float16 needs loss scaling, which this version does not do.",
                    "Set precision.compute to bfloat16 or float32.",
                    {{"key", "precision.compute"}}};
    return compute;
}

} // namespace

RunParts prepareRun(const RunConfig& config, const std::optional<RunState>& resumed, const EventSink& events) {
    refuseProblems(config);
    RunParts parts{.config = config};
    parts.device = resolveDevice(resumed ? resumed->device : config.device);
    setThreads(resumed ? resumed->threads : static_cast<int>(config.threads));
    if (parts.device.is_cuda()) allowTf32(config.precision.tf32);
    parts.inputs = readInputs(config, reportEach(events, "tokenizing"));
    parts.stopIds = stopIdsOf(parts.inputs.folder, *parts.inputs.tokenizer);
    parts.plan = makePlan(config, parts.inputs.architecture, parts.inputs.data,
                          deviceFacts(describeDevices(), parts.device.str()));
    parts.config.data.maxLength = parts.plan.maxLength;
    if (resumed) keepResolved(parts.plan, *resumed);
    refuseEmptyTraining(parts.plan);
    refuseTooLarge(parts.plan);
    parts.compute = trainableCompute(parts.plan.computeDtype);
    return parts;
}

Trainable loadTrainable(const RunParts& parts, const EventSink& events) {
    events({{"type", "progress"}, {"phase", "loading"}, {"done", 0}, {"total", 1}});
    const auto seed = static_cast<std::uint64_t>(parts.config.seed);
    const bool isFull = std::holds_alternative<NoAdapter>(parts.config.adapter);
    const LoadOptions options{.dtype = scalarType(parts.plan.modelDtype), .device = parts.device, .trainable = isFull};
    auto model = parts.config.model.init
                     ? initModel(parts.inputs.architecture, seed, options)
                     : loadModel(parts.inputs.architecture, TensorSource::openFolder(parts.inputs.folder), options);
    std::optional<Adapter> adapter;
    if (!isFull) adapter = Adapter::make(parts.config.adapter, *model, seed);
    events({{"type", "progress"}, {"phase", "loading"}, {"done", 1}, {"total", 1}});
    return Trainable(std::move(model), std::move(adapter));
}

} // namespace fettle
