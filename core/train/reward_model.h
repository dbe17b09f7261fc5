#pragma once

#include "core/train/rewards.h"

namespace fettle {

// The score that a trained reward model gives to prompt and answer in one, as its training rows are read: with what the
// chat template puts behind an answer. `folder` is a model's own, or that of an adapter on the run's base. It must read
// text as the run's model does. Errors of BaseModel and Adapter::load; Error{BadConfig} with `key` for a model without
// a score or with another tokenizer.
[[nodiscard]] JudgeAnswers modelReward(const std::string& folder, const std::string& key, const RunParts& parts,
                                       const CancelFlag& stop);

} // namespace fettle
