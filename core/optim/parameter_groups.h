#pragma once

#include "core/optim/optimizer.h"

namespace fettle {

// All in one group, or LoRA+'s two (arXiv:2402.12354): B and whatever has one dimension take loraplus_lr_ratio times
// the learning rate (create_loraplus_optimizer, peft/optimizers/loraplus.py).
[[nodiscard]] std::vector<ParameterGroup> parameterGroups(const AdapterConfig& adapter, const NamedTensors& parameters);

} // namespace fettle
