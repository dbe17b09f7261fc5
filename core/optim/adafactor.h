#pragma once

#include "core/ops/adafactor.h"
#include "core/optim/optimizer.h"

#include <vector>

namespace fettle {

// Adafactor over fp32 masters as transformers' Trainer uses it ("adafactor": scale_parameter and relative_step off).
class Adafactor : public Optimizer {
public:
    Adafactor(AdafactorConfig config, double weightDecay, const NamedTensors& parameters);

    // exp_avg_sq_row and exp_avg_sq_col, or exp_avg_sq, in fp32.
    [[nodiscard]] NamedTensors state() const override;

protected:
    void update(double learningRate) override;

private:
    AdafactorConfig m_config;
    double m_weightDecay;
    std::vector<ops::AdafactorState> m_states; // beside parameters()
};

} // namespace fettle
