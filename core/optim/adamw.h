#pragma once

#include "core/optim/optimizer.h"

#include <vector>

namespace fettle {

// AdamW with fp32 states over fp32 masters (arXiv:1711.05101; torch.optim.AdamW's order of operations).
class AdamW : public Optimizer {
public:
    AdamW(AdamWConfig config, double weightDecay, const NamedTensors& parameters);

    [[nodiscard]] NamedTensors state() const override; // exp_avg and exp_avg_sq in fp32

protected:
    void update(double learningRate) override;

private:
    struct Entry {
        std::string name;
        at::Tensor parameter, first, second; // m and v of the paper, zeros until the first step
        bool decayed = true;
    };
    void stepGroup(double learningRate, bool decayed);

    AdamWConfig m_config;
    double m_weightDecay;
    std::vector<Entry> m_entries;
};

} // namespace fettle
