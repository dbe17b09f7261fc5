#pragma once

#include "core/train/run_parts.h"

#include <memory>
#include <string>

namespace fettle {

// A reward model as the configuration names it.
struct ScoredFolder {
    const std::string& folder; // a model's own, or that of an adapter on the run's base
    const std::string& key;    // that names it
};
struct ScoredModel {
    std::shared_ptr<const BaseModel> base;
    Architecture architecture; // with the score
    bool isAdapter = false, isScoredByAdapter = false;
};
// It must read text as the run's model does. Errors of BaseModel; Error{BadConfig} for a model without a score or with
// another tokenizer.
[[nodiscard]] ScoredModel openScored(const ScoredFolder& place, const RunParts& parts);

} // namespace fettle
