#pragma once

#include "core/optim/optimizer.h"

#include <vector>

namespace fettle {

// AdamW with fp32 states over fp32 masters (arXiv:1711.05101; torch.optim.AdamW's order of operations,
// algorithms.md 6.3).
class AdamW : public Optimizer {
public:
    AdamW(AdamWConfig config, double weightDecay, const NamedTensors& parameters);

    void step(double learningRate) override;
    [[nodiscard]] std::int64_t steps() const override { return m_steps; }
    [[nodiscard]] NamedTensors state() const override;
    void restore(const TensorSource& source, std::int64_t steps) override;

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
    std::int64_t m_steps = 0;
};

} // namespace fettle
