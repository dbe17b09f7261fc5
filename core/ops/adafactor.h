#pragma once

#include <ATen/ATen.h>

namespace fettle::ops {

struct AdafactorStep {
    double learningRate = 1e-3;
    double weightDecay = 0;
    double decayRate = -0.8;  // the average's weight at step t is 1 - t^decayRate
    double clipThreshold = 1; // root mean square that an update may have
};

// Averages of the squared gradient: of a tensor with two dimensions or more its means over the last dimension and over
// the one before it, else the whole of it. fp32; the others stay undefined.
struct AdafactorState {
    at::Tensor row, column, full;
};

// One update in place with a given step size and no first moment: transformers' Adafactor (optimization.py) with
// scale_parameter=False, relative_step=False (arXiv:1804.04235). `step` counts from 1.
void adafactorStep(const at::Tensor& parameter, const at::Tensor& gradient, const AdafactorState& state,
                   std::int64_t step, const AdafactorStep& options);

} // namespace fettle::ops
