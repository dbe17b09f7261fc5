#pragma once

#include "core/config/run_config.h"
#include "core/data/batches.h"
#include "core/data/dataset.h"
#include "core/source/architecture.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fettle {

// What the planner must know of the machine; made from the JSON that `fettle devices --json` prints.
struct DeviceFacts {
    std::string device = "cpu";
    std::uint64_t memoryBytes = 0; // that a run may use; 0: unknown
    int threads = 1;
    bool nativeBf16 = false;
};
// `device` is "cpu", "cuda:1" and so on; "cuda" is the first GPU, "auto" the first GPU, else the CPU.
// Error{DeviceMissing}.
[[nodiscard]] DeviceFacts deviceFacts(const Json& devices, const std::string& device);
// From /proc and the control group's limit, read below `root`.
[[nodiscard]] DeviceFacts cpuFacts(const std::filesystem::path& root = "/");

// Bytes of a training step, each part at its height. `loss` is what the logits take, or going back through one layer.
struct MemoryLedger {
    std::uint64_t weights = 0, adapter = 0, gradients = 0, optimizer = 0, activations = 0, loss = 0, runtime = 0;
    std::uint64_t generation = 0;              // of answers that are drawn: keys and values, logits
    std::uint64_t overlap = 0;                 // of parts that are never there at the same time
    [[nodiscard]] std::uint64_t total() const; // at the peak
};

// One change of the configuration that makes a run smaller.
struct MemorySaving {
    std::string key, value; // "batch.per_device_batch_size", "1"
    std::uint64_t bytes = 0;
};

// What the run would take at its peak with this choice in one field, all others as they are.
struct ChoiceCost {
    std::string key, value; // "optimizer.kind", "adamw_8bit"
    std::uint64_t bytes = 0;
};

struct Plan {
    std::int64_t parametersTotal = 0, parametersTrained = 0;
    std::uint64_t adapterFileBytes = 0; // of its fp32 tensors; the header adds under 1 %. 0: full fine-tuning
    std::int64_t steps = 0, stepsPerEpoch = 0, warmupSteps = 0;
    RowCounts train, validation;
    std::int64_t tokens = 0; // of the whole run
    std::int64_t tokensPerEpoch = 0;
    std::int64_t longestMicroBatch = 0; // tokens
    std::int64_t microBatchLengths = 0; // different token counts among the micro-batches
    MemoryLedger memory;
    std::vector<MemorySaving> savings;
    std::vector<ChoiceCost> costs;        // of number formats, optimizers and checkpointing
    std::uint64_t memoryAvailable = 0;    // of the device; 0: unknown
    std::vector<std::string> addedTokens; // to the tokenizer, each with a row that is trained
    std::vector<RowProblem> problems;     // rows left out or cut
    std::vector<ConfigProblem> warnings;  // isWarning false: the run cannot start
    // Every `auto` and null resolved.
    std::string device, computeDtype, modelDtype;
    bool gradientCheckpointing = false;
    double learningRate = 0;
    std::int64_t maxLength = 0;

    [[nodiscard]] bool canStart() const;
};

// Looks at the data and the model's config.json only (and at the header of an adapter that the run goes on from); loads
// no weights. `data` was prepared with max_length no longer than effectiveMaxLength(). Error{BadConfig} where
// target_modules matches nothing.
[[nodiscard]] Plan makePlan(const RunConfig& config, const Architecture& architecture, const PreparedData& data,
                            const DeviceFacts& device);
// {"steps", "tokens", "ledger", "parameters", "adapter_file_bytes", "rows", "problems", "warnings", "resolved" ...}:
// what `fettle plan --json` prints and the `plan` event holds.
[[nodiscard]] Json toJson(const Plan& plan);

// The type of products: precision.compute, or what `auto` is on that device.
[[nodiscard]] std::string computeType(const RunConfig& config, const DeviceFacts& device);

// max_length, but no more than the positions that the model knows.
[[nodiscard]] std::int64_t effectiveMaxLength(const DataConfig& data, const Architecture& architecture);

} // namespace fettle
