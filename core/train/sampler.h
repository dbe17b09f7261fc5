#pragma once

#include "core/base/cancel.h"
#include "core/train/run_parts.h"
#include "core/train/trainable.h"

#include <string>
#include <vector>

namespace fettle {

struct Sample {
    std::string prompt, text;
};

// Greedy answers of the model in training to the configuration's sample prompts, through the chat template where the
// model has one. Cancelled between two tokens.
[[nodiscard]] std::vector<Sample> samplePrompts(const RunParts& parts, const Trainable& trainable,
                                                const CancelFlag& stop);

} // namespace fettle
