#pragma once

#include <ATen/ATen.h>

#include <vector>

namespace fettle {

// The elements of a tensor of any type and device; the host waits for them.
[[nodiscard]] inline std::vector<float> floatsOf(const at::Tensor& tensor) {
    const at::Tensor host = tensor.to(at::kCPU, at::kFloat).contiguous();
    return {host.const_data_ptr<float>(), host.const_data_ptr<float>() + host.numel()};
}

} // namespace fettle
