#pragma once

#include "core/base/parallel.h"
#include "core/config/run_config.h"
#include "core/data/dataset.h"
#include "core/library/text_side.h"
#include "core/plan/plan.h"

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

// Tokenizer and template of a run, with what it adds to them. Errors of readTextSide.
[[nodiscard]] TextSide textOf(const RunConfig& config, const BaseModel& base);

// The architecture that a run trains: its base's, or that of its fresh model, with rows for the tokens that the run
// adds, and with a score in place of the head where the objective wants one. Error{BadConfig} for a reward model where
// answers are learned.
[[nodiscard]] Architecture trainedArchitecture(const RunConfig& config, const BaseModel& base, const TextSide& text);

// Added tokens are trained by their rows, as TRL's SFTTrainer has PEFT do it after clone_chat_template
// (trl/trainer/sft_trainer.py of TRL 1.16.0; there the head is trained whole). Error{BadConfig} for a kind of adapter
// that has no such rows.
[[nodiscard]] AdapterConfig withAddedTokens(AdapterConfig adapter, const TextSide& text);

// makePlan of a run on its inputs: what it adds to the tokenizer counts, and is named.
[[nodiscard]] Plan makePlan(const RunConfig& config, const RunInputs& inputs, const DeviceFacts& device);

// How a model reads rows under `data`, cut to effectiveMaxLength(), for any number of answers. Errors of BaseModel and
// readTextSide.
[[nodiscard]] TokenizeRules readRules(const std::string& model, const DataConfig& data);

} // namespace fettle
