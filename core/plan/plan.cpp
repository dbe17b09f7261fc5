#include "core/plan/plan.h"

#include "core/base/machine.h"
#include "core/config/schedule.h"
#include "core/plan/choice_costs.h"
#include "core/plan/memory_advice.h"
#include "core/plan/parameters.h"
#include "core/plan/plan_warnings.h"
#include "core/source/adapters/adapter_kind.h"
#include "core/source/adapters/saved_modules.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr double kComfortable = 0.8; // share of the device's memory up to which `auto` leaves checkpointing off

void resolve(Plan& plan, const RunConfig& config, const DeviceFacts& device) {
    plan.device = device.device;
    plan.computeDtype = computeType(config, device);
    plan.modelDtype = config.model.dtype == "auto" ? plan.computeDtype : config.model.dtype;
    plan.learningRate = config.optimizer.learningRate.value_or(methodLearningRate(config));
}

void countModel(Plan& plan, const RunConfig& config, const Architecture& architecture) {
    const ParameterCounts counts = countParameters(config, architecture);
    plan.parametersTotal = counts.total;
    plan.parametersTrained = counts.trained;
    const bool isFull = std::holds_alternative<NoAdapter>(config.adapter);
    plan.adapterFileBytes = isFull ? 0 : static_cast<std::uint64_t>(counts.stored) * sizeof(float);
}

// Whole epochs see every token; the last, partial one sees those of its steps.
std::int64_t tokensOfRun(const BatchPlan& batches) {
    if (batches.totalSteps() == 0) return 0;
    const std::int64_t epochs = batches.totalSteps() / batches.stepsPerEpoch();
    std::int64_t tokens = epochs * batches.tokensPerEpoch();
    for (std::int64_t step = epochs * batches.stepsPerEpoch(); step < batches.totalSteps(); ++step)
        for (const MicroBatch& batch : batches.step(step))
            tokens += tokenCount(batch);
    return tokens;
}

void countSteps(Plan& plan, const RunConfig& config, const PreparedData& data) {
    const BatchPlan batches(data.train.rows, config);
    plan.steps = batches.totalSteps();
    plan.stepsPerEpoch = batches.stepsPerEpoch();
    plan.warmupSteps = warmupSteps(config.schedule, plan.steps);
    plan.tokens = tokensOfRun(batches);
    plan.tokensPerEpoch = batches.tokensPerEpoch();
    const std::vector<std::int64_t> lengths = batches.microBatchLengths();
    plan.microBatchLengths = std::ssize(lengths);
    plan.longestMicroBatch = lengths.empty() ? 0 : lengths.back();
}

// What is there beside the step of a method that draws its answers.
void addDrawing(MemoryInputs& inputs, const Plan& plan, const RunConfig& config, const PreparedData& data) {
    const RolloutConfig* rollouts = rolloutsOf(config.objective);
    if (rollouts == nullptr) return;
    std::int64_t longest = 0;
    for (const TokenizedExample& row : data.train.rows)
        longest = std::max(longest, std::ssize(row.prompt));
    inputs.streams = config.batch.perDeviceBatchSize * rollouts->numGenerations;
    inputs.streamTokens = std::min(plan.maxLength, longest + rollouts->maxCompletionLength);
    inputs.learnsValues = std::holds_alternative<PpoObjective>(config.objective);
    inputs.copies = std::holds_alternative<NoAdapter>(config.adapter) && needsFrozenReference(config.objective) ? 1 : 0;
    if (hasReward(rollouts->rewards, "model")) ++inputs.copies;
    inputs.lengths = plan.steps * config.batch.gradientAccumulationSteps; // each step's answers have their own
}

void countMemory(Plan& plan, const RunConfig& config, const Architecture& architecture, const PreparedData& data,
                 const DeviceFacts& device) {
    const bool isFull = std::holds_alternative<NoAdapter>(config.adapter);
    MemoryInputs inputs{.adapterParameters = isFull ? 0 : plan.parametersTrained,
                        .startParameters = startParameters(config.adapter, architecture),
                        .trainedModules = trainedNames(config.adapter, architecture),
                        .savedModules = savedModules(modulesToSaveOf(config.adapter), architecture),
                        .optimizerBytes = optimizerBytes(config, architecture),
                        .tokens = plan.longestMicroBatch,
                        .lengths = plan.microBatchLengths,
                        .device = device.device,
                        .computeDtype = plan.computeDtype,
                        .modelDtype = plan.modelDtype,
                        .quantization = config.model.quantization,
                        .checkpointing = config.gradientCheckpointing == "on",
                        .accumulates = config.batch.gradientAccumulationSteps > 1};
    addDrawing(inputs, plan, config, data);
    if (hasReward(config.evaluation.rewards.by, "model")) ++inputs.copies;
    plan.memory = predictMemory(architecture, inputs);
    const bool isTight = device.memoryBytes > 0 && static_cast<double>(plan.memory.total()) >
                                                       kComfortable * static_cast<double>(device.memoryBytes);
    if (config.gradientCheckpointing == "auto" && isTight) {
        inputs.checkpointing = true;
        plan.memory = predictMemory(architecture, inputs);
    }
    plan.gradientCheckpointing = inputs.checkpointing;
    plan.savings = memorySavings(config, architecture, inputs);
    plan.costs = choiceCosts(config, architecture, inputs);
    plan.memoryAvailable = device.memoryBytes;
}

} // namespace

bool Plan::canStart() const {
    return std::all_of(warnings.begin(), warnings.end(), [](const ConfigProblem& each) { return each.isWarning; });
}

Plan makePlan(const RunConfig& config, const Architecture& architecture, const PreparedData& data,
              const DeviceFacts& device) {
    Plan plan{.train = data.train.counts, .validation = data.validation.counts, .problems = data.train.problems};
    plan.problems.insert(plan.problems.end(), data.validation.problems.begin(), data.validation.problems.end());
    plan.maxLength = effectiveMaxLength(config.data, architecture);
    RunConfig clamped = config;
    clamped.data.maxLength = plan.maxLength;
    resolve(plan, config, device);
    countModel(plan, config, architecture);
    countSteps(plan, clamped, data);
    countMemory(plan, config, architecture, data, device);
    plan.warnings = findWarnings(plan, config, architecture, device);
    return plan;
}

std::string computeType(const RunConfig& config, const DeviceFacts& device) {
    if (config.precision.compute != "auto") return config.precision.compute;
    return autoCompute(device.device != "cpu", device.nativeBf16);
}

std::int64_t effectiveMaxLength(const DataConfig& data, const Architecture& architecture) {
    return std::min(data.maxLength, architecture.maxPositions);
}

} // namespace fettle
