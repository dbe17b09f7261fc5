#include "core/optim/grouped_optimizer.h"

namespace fettle {

// The groups hold the parameters.
GroupedOptimizer::GroupedOptimizer(std::vector<Group> groups) : Optimizer({}), m_groups(std::move(groups)) {}

NamedTensors GroupedOptimizer::state() const {
    NamedTensors all;
    for (const Group& group : m_groups)
        for (auto& state : group.optimizer->state())
            all.push_back(std::move(state));
    return all;
}

void GroupedOptimizer::restore(const TensorSource& source, std::int64_t steps) {
    for (const Group& group : m_groups)
        group.optimizer->restore(source, steps);
}

void GroupedOptimizer::update(double learningRate) {
    for (const Group& group : m_groups)
        group.optimizer->step(learningRate * group.rateRatio);
}

} // namespace fettle
