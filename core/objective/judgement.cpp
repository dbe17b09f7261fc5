#include "core/objective/judgement.h"

#include "core/ops/adamw.h"

namespace fettle {

MetricSum metricSum(const at::Tensor& values, double count) {
    return {values.detach().sum().to(at::kDouble), count};
}

void add(MetricSums& sums, const MetricSums& more) {
    for (const auto& [name, metric] : more) {
        MetricSum& sum = sums[name];
        sum.sum = sum.sum.defined() ? sum.sum + metric.sum : metric.sum;
        sum.count += metric.count;
    }
}

std::map<std::string, double> readMeans(const MetricSums& sums) {
    std::vector<at::Tensor> scalars;
    for (const auto& [name, metric] : sums)
        scalars.push_back(metric.sum);
    const std::vector<double> values = ops::readScalars(scalars);
    std::map<std::string, double> means;
    std::size_t next = 0;
    for (const auto& [name, metric] : sums)
        means[name] = values[next++] / metric.count;
    return means;
}

} // namespace fettle
