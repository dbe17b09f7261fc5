#pragma once

#include "app/engine/model_options.h"

#include <string>
#include <vector>

namespace fettle::engine {

struct Candidate {
    Generation answer;
    double reward = 0;
};

// The request `count` times, its seed counting up.
[[nodiscard]] std::vector<GenerateRequest> withSeeds(const GenerateRequest& request, int count);

// The answers with what a reward model says of their rows (score_rows.h). `folder` is the model's own, or that of an
// adapter on the model of `options`, which also say on what device and in what type. Errors of openModel and
// toScoreRow; Error{BadUsage} for a model that gives no scores.
[[nodiscard]] std::vector<Candidate> judgedBy(const std::string& folder, const ModelOptions& options,
                                              const std::vector<Generation>& answers, const std::vector<Json>& rows);

// The one with the highest reward, the first of equals. At least one must be there.
[[nodiscard]] const Candidate& bestOf(const std::vector<Candidate>& candidates);

} // namespace fettle::engine
