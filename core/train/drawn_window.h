#pragma once

#include "core/data/example.h"
#include "core/objective/drawn.h"
#include "core/weights/tensors.h"

#include <map>
#include <string>
#include <vector>

namespace fettle {

// What a step learns from. Where answers were drawn from the model, each prompt with its own ones.
struct DrawnWindow {
    std::vector<std::vector<TokenizedExample>> rows = {}; // of each micro-batch; empty where they are the data set's
    std::vector<MicroBatch> window = {};
    std::vector<DrawnFigures> figures = {};     // of each micro-batch
    std::map<std::string, double> metrics = {}; // of the draw, under TRL's names
};

// Rows as a micro-batch of their own.
[[nodiscard]] MicroBatch batchOf(const std::vector<TokenizedExample>& rows);

// All of a drawn window but its metrics, for a checkpoint between two steps that learn from it.
[[nodiscard]] NamedTensors toTensors(const DrawnWindow& drawn);
// And back. Error{BadModel} naming a missing tensor.
[[nodiscard]] DrawnWindow drawnWindow(const TensorSource& source);

} // namespace fettle
