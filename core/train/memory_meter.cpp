#include "core/train/memory_meter.h"

#include "core/base/proc.h"
#include "core/device/device.h"

#include <algorithm>

namespace fettle {

namespace {

std::uint64_t positive(std::int64_t bytes) {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, bytes));
}

} // namespace

void MemoryMeter::forwardBegins() {
    notePeak();
    backendOf(m_device).resetPeak(m_device.index());
    m_before = backendOf(m_device).currentBytes(m_device.index());
}

void MemoryMeter::forwardEnded() {
    const std::int64_t now = backendOf(m_device).currentBytes(m_device.index());
    const std::uint64_t activations = positive(now - m_before);
    const std::uint64_t loss = positive(backendOf(m_device).peakBytes(m_device.index()) - now);
    m_parts.activations = std::max(m_parts.activations, activations);
    m_parts.loss = std::max(m_parts.loss, loss);
}

void MemoryMeter::backwardEnded(std::uint64_t gradientBytes) {
    m_parts.gradients = gradientBytes;
}

std::int64_t MemoryMeter::peakBytes() {
    notePeak();
    return m_peak;
}

Json MemoryMeter::ledger(std::uint64_t adapter, std::uint64_t optimizer) {
    const std::int64_t own = static_cast<std::int64_t>(adapter + optimizer);
    const std::uint64_t peak = positive(peakBytes()), resident = procBytes("/proc/self/status", "VmHWM");
    return {{"weights", positive(m_before - own)},
            {"adapter", adapter},
            {"gradients", m_parts.gradients},
            {"optimizer", optimizer},
            {"activations", m_parts.activations},
            {"loss", m_parts.loss},
            {"runtime", resident > peak ? resident - peak : 0},
            {"peak", peak},
            {"resident_peak", resident}};
}

void MemoryMeter::notePeak() {
    m_peak = std::max(m_peak, backendOf(m_device).peakBytes(m_device.index()));
}

std::uint64_t bytesOf(const std::vector<at::Tensor>& tensors) {
    std::uint64_t bytes = 0;
    for (const at::Tensor& tensor : tensors)
        bytes += tensor.nbytes();
    return bytes;
}

} // namespace fettle
