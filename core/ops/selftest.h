#pragma once

#include <ATen/ATen.h>

#include <string>
#include <vector>

namespace fettle::ops {

struct SelftestResult {
    std::string name;
    bool passed = false;
    double worst = 0; // largest error of a value or gradient, relative to the largest element of its tensor
    double tolerance = 0;
    std::string detail; // which tensor was worst
};

// Every operation, values and gradients, against its float64 oracle over shapes, in fp32 and bf16 (fp16 on a GPU).
[[nodiscard]] std::vector<SelftestResult> selftest(const at::Device& device);

} // namespace fettle::ops
