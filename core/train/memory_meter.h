#pragma once

#include "core/plan/plan.h"

#include <ATen/ATen.h>

#include <vector>

namespace fettle {

// Measures what the plan predicts, each part at its height over all micro-batches: bytes that the device's allocator
// counts.
class MemoryMeter {
public:
    explicit MemoryMeter(const at::Device& device) : m_device(device) {}

    void forwardBegins();
    // What forward left behind is activations; what it held besides, at its height, is the loss.
    void forwardEnded();
    void backwardEnded(std::uint64_t gradientBytes);

    // Highest count since the start, over all resets.
    [[nodiscard]] std::int64_t peakBytes();
    // Weights are what is there besides `adapter` and `optimizer` between two steps; the runtime is what the process
    // holds beyond the peak that was counted.
    [[nodiscard]] Json ledger(std::uint64_t adapter, std::uint64_t optimizer);

private:
    void notePeak();

    at::Device m_device;
    std::int64_t m_before = 0, m_peak = 0;
    MemoryLedger m_parts;
};

[[nodiscard]] std::uint64_t bytesOf(const std::vector<at::Tensor>& tensors);

} // namespace fettle
