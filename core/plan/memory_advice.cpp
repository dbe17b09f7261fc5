#include "core/plan/memory_advice.h"

#include "core/plan/parameters.h"

#include <algorithm>

namespace fettle {

namespace {

std::string megabytes(std::uint64_t bytes) {
    return std::to_string((bytes + 500'000) / 1'000'000) + " MB";
}

// Collects what a change saves beside the run as it is.
class Savings {
public:
    Savings(const Architecture& architecture, const MemoryInputs& now)
        : m_architecture(architecture), m_needed(predictMemory(architecture, now).total()) {}

    void add(std::string key, std::string value, const MemoryInputs& changed) {
        const std::uint64_t needed = predictMemory(m_architecture, changed).total();
        if (needed < m_needed) m_list.push_back({std::move(key), std::move(value), m_needed - needed});
    }
    [[nodiscard]] std::vector<MemorySaving> take() { return std::move(m_list); }

private:
    const Architecture& m_architecture;
    std::uint64_t m_needed;
    std::vector<MemorySaving> m_list;
};

MemoryInputs withTokens(MemoryInputs inputs, std::int64_t part, std::int64_t whole) {
    inputs.tokens = std::max<std::int64_t>(1, inputs.tokens * part / whole);
    return inputs;
}

} // namespace

std::vector<MemorySaving> memorySavings(const RunConfig& config, const Architecture& architecture,
                                        const MemoryInputs& inputs) {
    Savings savings(architecture, inputs);
    MemoryInputs changed = inputs;
    changed.checkpointing = true;
    if (!inputs.checkpointing) savings.add("gradient_checkpointing", "on", changed);
    const std::int64_t rows = config.batch.perDeviceBatchSize;
    for (const std::int64_t fewer : {rows / 2, std::int64_t{1}})
        if (fewer > 1 || (fewer == 1 && rows > 1))
            savings.add("batch.per_device_batch_size", std::to_string(fewer), withTokens(inputs, fewer, rows));
    const std::int64_t half = config.data.maxLength / 2;
    if (half >= 2) savings.add("data.max_length", std::to_string(half), withTokens(inputs, 1, 2));
    changed = inputs;
    changed.computeDtype = changed.modelDtype = "bfloat16";
    savings.add("precision.compute and model.dtype", "bfloat16", changed);
    if (inputs.adapterParameters == 0) {
        RunConfig lora = config;
        lora.adapter = LoraConfig{};
        changed = inputs;
        changed.adapterParameters = countParameters(lora, architecture).trained;
        savings.add("adapter.kind", "lora", changed);
    }
    return savings.take();
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
