#pragma once

#include "core/optim/optimizer.h"

#include <vector>

namespace fettle {

// Stochastic gradient descent as torch has it (torch/optim/sgd.py): decay is added to the gradient, and the momentum's
// first value is the first gradient.
class Sgd : public Optimizer {
public:
    Sgd(SgdConfig config, double weightDecay, const NamedTensors& parameters);

    [[nodiscard]] NamedTensors state() const override; // momentum_buffer; none without momentum

protected:
    void update(double learningRate) override;

private:
    [[nodiscard]] at::Tensor advance(std::size_t i, const at::Tensor& gradient);

    SgdConfig m_config;
    double m_weightDecay;
    std::vector<at::Tensor> m_momenta; // beside parameters(), fp32; empty without momentum
};

} // namespace fettle
