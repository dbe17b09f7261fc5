#pragma once

#include "core/ops/blockwise.h"
#include "core/optim/optimizer.h"

#include <vector>

namespace fettle {

// AdamW with states of 8 bits (arXiv:2110.02861), as bitsandbytes on CUDA computes it; small tensors and embeddings
// keep fp32 states (keepsWideState). Weight decay comes after the update, unlike torch's.
class AdamW8bit : public Optimizer {
public:
    AdamW8bit(AdamW8bitConfig config, double weightDecay, const NamedTensors& parameters);

    // exp_avg and exp_avg_sq, in 8 bits with their absmax_exp_avg and absmax_exp_avg_sq.
    [[nodiscard]] NamedTensors state() const override;

protected:
    void update(double learningRate) override;

private:
    struct State {
        bool isWide = false;
        ops::BlockwiseState first, second; // of a wide one `codes` hold the moments themselves in fp32
    };

    AdamW8bitConfig m_config;
    double m_weightDecay;
    std::vector<State> m_states; // beside parameters()
};

} // namespace fettle
