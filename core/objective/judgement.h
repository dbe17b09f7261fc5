#pragma once

#include "core/objective/log_probs.h"

#include <map>
#include <string>

namespace fettle {

// A mean under construction: sums and counts add up over micro-batches. The sum is a detached scalar in fp64 on the
// device that computed it: whoever reads it makes the host wait for all work before it.
struct MetricSum {
    at::Tensor sum;
    double count = 0;
};
using MetricSums = std::map<std::string, MetricSum>;                       // TRL's names
[[nodiscard]] MetricSum metricSum(const at::Tensor& values, double count); // of all their elements
void add(MetricSums& sums, const MetricSums& more);
[[nodiscard]] std::map<std::string, double> readMeans(const MetricSums& sums); // one wait of the host

struct Judgement {
    at::Tensor lossSum; // differentiable fp32 scalar; the step's loss is the window's sum / the window's weight
    double weight = 0;  // what this micro-batch adds to that divisor
    MetricSums metrics;
};

} // namespace fettle
