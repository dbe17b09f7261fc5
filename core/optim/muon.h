#pragma once

#include "core/optim/optimizer.h"

#include <vector>

namespace fettle {

// Muon (torch/optim/_muon.py) for the matrices between embedding and head; AdamW at the same rate, with its usual
// betas, for everything else, as its authors recommend (takesMuon).
class Muon : public Optimizer {
public:
    Muon(MuonConfig config, double weightDecay, const NamedTensors& parameters);

    // momentum_buffer of a matrix; exp_avg and exp_avg_sq of the others.
    [[nodiscard]] NamedTensors state() const override;

protected:
    void update(double learningRate) override;

private:
    struct State {
        at::Tensor momentum;      // of a matrix; else undefined
        at::Tensor first, second; // of the others
    };

    MuonConfig m_config;
    double m_weightDecay;
    std::vector<State> m_states; // beside parameters(), fp32
};

} // namespace fettle
