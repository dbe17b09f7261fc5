#pragma once

#include "core/optim/optimizer.h"

namespace fettle {

// Optimizers of one kind with learning rates of their own (torch.optim's parameter groups).
class GroupedOptimizer : public Optimizer {
public:
    struct Group {
        std::unique_ptr<Optimizer> optimizer;
        double rateRatio = 1;
    };
    explicit GroupedOptimizer(std::vector<Group> groups);

    [[nodiscard]] NamedTensors state() const override; // of all groups
    void restore(const TensorSource& source, std::int64_t steps) override;

protected:
    void update(double learningRate) override;

private:
    std::vector<Group> m_groups;
};

} // namespace fettle
