#pragma once

#include "core/base/parallel.h"
#include "core/config/run_config.h"
#include "core/data/dataset.h"
#include "core/source/architecture.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace fettle {

// All that a plan looks at: the model's description, its tokenizer, the rows as tokens. No weights.
struct RunInputs {
    std::filesystem::path folder; // of the base model, or of the tokenizer of a fresh one
    Architecture architecture;
    std::shared_ptr<const Tokenizer> tokenizer;
    std::optional<ChatTemplate> chatTemplate; // that of data.chat_template, else the model's own
    PreparedData data;                        // rows cut to effectiveMaxLength()
};
// Errors of resolveModel, readArchitecture, Tokenizer::load, ChatTemplate::load and prepareData. Cancelled between two
// rows, read or cut into tokens.
[[nodiscard]] RunInputs readInputs(const RunConfig& config, const Work& work = {}, const TokenCache& cache = {});

} // namespace fettle
