#pragma once

#include "core/config/run_config.h"
#include "core/data/batches.h"
#include "core/data/dataset.h"
#include "core/source/architecture.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fettle {

// What the planner must know of the machine; made from the JSON that `fettle devices --json` prints.
struct DeviceFacts {
    std::string device = "cpu";
    std::uint64_t memoryBytes = 0; // that a run may use
    int threads = 1;
    bool nativeBf16 = false;
};
[[nodiscard]] DeviceFacts deviceFacts(const Json& devices, const std::string& device);
[[nodiscard]] DeviceFacts cpuFacts(); // from /proc

struct MemoryLedger {
    std::uint64_t weights = 0, adapter = 0, gradients = 0, optimizer = 0, activations = 0, loss = 0, runtime = 0;
    [[nodiscard]] std::uint64_t total() const;
};

struct Plan {
    std::int64_t parametersTotal = 0, parametersTrained = 0;
    std::uint64_t adapterFileBytes = 0;
    std::int64_t steps = 0, stepsPerEpoch = 0, warmupSteps = 0;
    RowCounts train, validation;
    std::int64_t tokensPerEpoch = 0;
    std::int64_t longestMicroBatch = 0; // tokens
    MemoryLedger memory;
    std::vector<RowProblem> problems;
    std::vector<ConfigProblem> warnings;
    // Every `auto` and null resolved.
    std::string device, computeDtype, modelDtype;
    bool gradientCheckpointing = false;
    double learningRate = 0;
};

// Looks at the data and the model's config.json and weight headers only; loads no weights.
[[nodiscard]] Plan makePlan(const RunConfig& config, const Architecture& architecture, const PreparedData& data,
                            const DeviceFacts& device);
[[nodiscard]] Json toJson(const Plan& plan);

// Warm-up steps of a run: warmup_steps, else ceil(ratio * steps); transformers get_warmup_steps.
[[nodiscard]] std::int64_t warmupSteps(const ScheduleConfig& schedule, std::int64_t steps);

} // namespace fettle
