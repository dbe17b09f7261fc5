#pragma once

#include "core/base/parallel.h"
#include "core/config/run_config.h"
#include "core/data/dataset.h"
#include "core/library/text_side.h"

#include <memory>

namespace fettle {

// All that a plan looks at: the model's description, its tokenizer, the rows as tokens. No weights.
struct RunInputs {
    std::shared_ptr<const BaseModel> base; // of a fresh model, what holds its tokenizer
    Architecture architecture;
    TextSide text;     // with the template of data.chat_template, else of adapter.init_from, else the model's own
    PreparedData data; // rows cut to effectiveMaxLength()
    std::map<std::string, TokenizedSet> sets; // evaluation.sets by name, cut the same way
};
// Errors of BaseModel, readTextSide and prepareData. Cancelled between two rows, read or cut into tokens.
[[nodiscard]] RunInputs readInputs(const RunConfig& config, const Work& work = {}, const TokenCache& cache = {});

// The architecture that a run trains: its base's, or that of its fresh model, with a score in place of the head where
// the objective wants one, behind `padding`. Error{BadConfig} for a reward model where answers are learned.
[[nodiscard]] Architecture trainedArchitecture(const RunConfig& config, const BaseModel& base,
                                               std::optional<TokenId> padding = {});

// How a model reads rows under `data`, cut to effectiveMaxLength(), for any number of answers. Errors of BaseModel and
// readTextSide.
[[nodiscard]] TokenizeRules readRules(const std::string& model, const DataConfig& data);

} // namespace fettle
