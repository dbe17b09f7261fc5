#include "core/plan/memory_advice.h"

#include "core/plan/parameters.h"

#include <algorithm>

namespace fettle {

namespace {

std::string megabytes(std::uint64_t bytes) {
    return std::to_string((bytes + 500'000) / 1'000'000) + " MB";
}

MemoryInputs withTokens(MemoryInputs inputs, std::int64_t part, std::int64_t whole) {
    inputs.streams = inputs.streams * part / whole;
    inputs.tokens = std::max<std::int64_t>(1, inputs.tokens * part / whole);
    return inputs;
}

} // namespace

std::vector<MemorySaving> memorySavings(const RunConfig& config, const Architecture& architecture,
                                        const MemoryInputs& inputs) {
    const std::uint64_t now = predictMemory(architecture, inputs).total();
    std::vector<MemorySaving> savings;
    const auto add = [&](const char* key, std::string value, const MemoryInputs& changed) {
        const std::uint64_t needed = predictMemory(architecture, changed).total();
        if (needed < now) savings.push_back({key, std::move(value), now - needed});
    };
    MemoryInputs changed = inputs;
    changed.checkpointing = true;
    if (!inputs.checkpointing) add("gradient_checkpointing", "on", changed);
    const std::int64_t rows = config.batch.perDeviceBatchSize;
    if (rows > 3) add("batch.per_device_batch_size", std::to_string(rows / 2), withTokens(inputs, rows / 2, rows));
    if (rows > 1) add("batch.per_device_batch_size", "1", withTokens(inputs, 1, rows));
    const std::int64_t half = config.data.maxLength / 2;
    if (half >= 2) add("data.max_length", std::to_string(half), withTokens(inputs, 1, 2));
    changed = inputs;
    changed.computeDtype = changed.modelDtype = "bfloat16";
    add("precision.compute and model.dtype", "bfloat16", changed);
    if (inputs.adapterParameters == 0) {
        RunConfig lora = config;
        lora.adapter = LoraConfig{};
        changed = inputs;
        changed.trainedModules.reset();
        changed.adapterParameters = countParameters(lora, architecture).trained;
        changed.optimizerBytes = optimizerBytes(lora, architecture);
        add("adapter.kind", "lora", changed);
    }
    return savings;
}

std::string memoryAdvice(const std::vector<MemorySaving>& savings, std::uint64_t needed, std::uint64_t available) {
    if (savings.empty()) return "Choose a smaller model, or a machine with more memory.";
    std::string text = "What saves memory: ";
    for (const MemorySaving& saving : savings) {
        if (&saving != &savings.front()) text += "; ";
        text += saving.key + " " + saving.value + " saves " + megabytes(saving.bytes);
        if (needed - saving.bytes <= available) text += " and is enough";
    }
    return text + ".";
}

} // namespace fettle
