#pragma once

#include "core/ops/blockwise.h"
#include "core/optim/optimizer.h"

#include <vector>

namespace fettle {

// Lion (arXiv:2302.06675): one state, the momentum.
class Lion : public Optimizer {
public:
    Lion(LionConfig config, double weightDecay, const NamedTensors& parameters);

    [[nodiscard]] NamedTensors state() const override; // exp_avg

protected:
    void update(double learningRate) override;

private:
    LionConfig m_config;
    double m_weightDecay;
    std::vector<at::Tensor> m_momenta; // beside parameters(), fp32
};

// With the momentum in 8 bits, as bitsandbytes has it; small tensors and embeddings keep theirs in fp32
// (keepsWideState).
class Lion8bit : public Optimizer {
public:
    Lion8bit(Lion8bitConfig config, double weightDecay, const NamedTensors& parameters);

    [[nodiscard]] NamedTensors state() const override; // exp_avg, in 8 bits with its absmax_exp_avg

protected:
    void update(double learningRate) override;

private:
    Lion8bitConfig m_config;
    double m_weightDecay;
    std::vector<ops::BlockwiseState> m_momenta; // beside parameters(); without `absmax`: the momentum itself in fp32
};

} // namespace fettle
