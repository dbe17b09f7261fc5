#pragma once

#include <ATen/ATen.h>

#include <functional>

namespace fettle {

// Median wall time of `runs` calls after one that warms up; the device is waited for.
[[nodiscard]] double medianSeconds(int runs, const at::Device& device, const std::function<void()>& work);

} // namespace fettle
