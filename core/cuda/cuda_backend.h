#pragma once

#include "core/device/device.h"

namespace fettle::cuda {

// The GPUs that the driver lists; figures from LibTorch's caching allocator.
class CudaBackend : public DeviceBackend {
public:
    [[nodiscard]] int count() const override;
    [[nodiscard]] Json describe(int index) const override;
    [[nodiscard]] std::int64_t peakBytes(int index) const override;
    [[nodiscard]] std::int64_t currentBytes(int index) const override;
    void resetPeak(int index) override;
    void releaseCached(int index) override;
    void synchronize(int index) override;
    [[nodiscard]] bool hasNative(at::ScalarType compute, int index) const override;
};

} // namespace fettle::cuda
