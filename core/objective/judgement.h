#pragma once

#include "core/objective/log_probs.h"

#include <map>
#include <string>

namespace fettle {

// A mean under construction: sums and counts add up over micro-batches.
struct MetricSum {
    double sum = 0;
    double count = 0;
};
using MetricSums = std::map<std::string, MetricSum>; // TRL's names
void add(MetricSums& sums, const MetricSums& more);

struct Judgement {
    at::Tensor lossSum; // differentiable fp32 scalar; the step's loss is the window's sum / the window's weight
    double weight = 0;  // what this micro-batch adds to that divisor
    MetricSums metrics;
};

} // namespace fettle
