#pragma once

#include "core/device/device.h"

namespace fettle {

// The processor that the process may use.
class CpuBackend : public DeviceBackend {
public:
    [[nodiscard]] int count() const override { return 1; }
    [[nodiscard]] Json describe(int index) const override;
    [[nodiscard]] std::int64_t peakBytes(int index) const override;
    [[nodiscard]] std::int64_t currentBytes(int index) const override;
    void resetPeak(int index) override;
    void releaseCached(int index) override;
    void synchronize(int) override {}
    [[nodiscard]] bool hasNative(at::ScalarType compute, int index) const override;
};

} // namespace fettle
