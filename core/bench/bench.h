#pragma once

#include "core/base/json.h"

#include <ATen/ATen.h>

#include <functional>

namespace fettle {

struct BenchOptions {
    at::Device device = at::kCPU;
    at::ScalarType compute = at::kFloat;
    int trainingSteps = 3; // timed, after one that warms up
    int decodedTokens = 32;
};

// Training (LoRA r16 on all linear layers, 4 x 256 tokens) and decoding speed on standard shapes with random weights,
// beside the machine's own ceilings (matrix products, memory bandwidth). `report` gets one object per case as it is
// measured. Error{Internal} where a case does not learn: a speed counts only with falling loss and a gradient.
void runBench(const BenchOptions& options, const std::function<void(const Json&)>& report);

} // namespace fettle
