#pragma once

#include <ATen/ATen.h>

#include <memory>
#include <vector>

namespace fettle {

// The processes that train one model together.
class ProcessGroup {
public:
    virtual ~ProcessGroup() = default;

    [[nodiscard]] virtual int rank() const = 0;
    [[nodiscard]] virtual int size() const = 0;
    // Each tensor becomes the sum over all processes, in place.
    virtual void sum(const std::vector<at::Tensor>& tensors) const = 0;
};

// A process that trains by itself: nothing is sent.
[[nodiscard]] std::unique_ptr<ProcessGroup> alone();

} // namespace fettle
