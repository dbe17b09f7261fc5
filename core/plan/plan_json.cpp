#include "core/plan/plan.h"

namespace fettle {

namespace {

Json toJson(const RowCounts& rows) {
    return {{"read", rows.read},       {"used", rows.used},          {"dropped", rows.dropped},
            {"cut", rows.cut},         {"tokens", rows.tokens},      {"trained_tokens", rows.trainedTokens},
            {"misfits", rows.misfits}, {"desirable", rows.desirable}};
}

Json toJson(const MemoryLedger& memory) {
    return {{"weights", memory.weights},       {"adapter", memory.adapter},         {"gradients", memory.gradients},
            {"optimizer", memory.optimizer},   {"activations", memory.activations}, {"loss", memory.loss},
            {"generation", memory.generation}, {"runtime", memory.runtime},         {"overlap", memory.overlap},
            {"total", memory.total()}};
}

Json toJson(const RowProblem& problem) {
    return {{"file", problem.origin.file},
            {"line", problem.origin.line},
            {"reason", problem.reason},
            {"hint", problem.hint}};
}

Json toJson(const MemorySaving& saving) {
    return {{"key", saving.key}, {"value", saving.value}, {"bytes", saving.bytes}};
}

Json toJson(const ChoiceCost& cost) {
    return {{"key", cost.key}, {"value", cost.value}, {"bytes", cost.bytes}};
}

Json toJson(const ConfigProblem& problem) {
    return {
        {"key", problem.key}, {"message", problem.message}, {"hint", problem.hint}, {"refuses", !problem.isWarning}};
}

template <class T>
Json listOf(const std::vector<T>& values) {
    Json list = Json::array();
    for (const T& value : values)
        list.push_back(toJson(value));
    return list;
}

double share(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

Json toJson(const Plan& plan) {
    return {{"steps", plan.steps},
            {"steps_per_epoch", plan.stepsPerEpoch},
            {"warmup_steps", plan.warmupSteps},
            {"tokens", plan.tokens},
            {"tokens_per_epoch", plan.tokensPerEpoch},
            {"longest_micro_batch_tokens", plan.longestMicroBatch},
            {"parameters",
             {{"total", plan.parametersTotal},
              {"trained", plan.parametersTrained},
              {"share", share(plan.parametersTrained, plan.parametersTotal)}}},
            {"adapter_file_bytes", plan.adapterFileBytes},
            {"added_tokens", plan.addedTokens},
            {"rows", {{"train", toJson(plan.train)}, {"validation", toJson(plan.validation)}}},
            {"ledger", toJson(plan.memory)},
            {"savings", listOf(plan.savings)},
            {"costs", listOf(plan.costs)},
            {"available_bytes", plan.memoryAvailable},
            {"resolved",
             {{"device", plan.device},
              {"compute", plan.computeDtype},
              {"dtype", plan.modelDtype},
              {"gradient_checkpointing", plan.gradientCheckpointing},
              {"learning_rate", plan.learningRate},
              {"max_length", plan.maxLength}}},
            {"can_start", plan.canStart()},
            {"warnings", listOf(plan.warnings)},
            {"problems", listOf(plan.problems)}};
}

} // namespace fettle
