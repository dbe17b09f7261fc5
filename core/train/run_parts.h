#pragma once

#include "core/plan/plan.h"
#include "core/run/event_log.h"
#include "core/text/chat_template.h"
#include "core/train/run_state.h"
#include "core/train/trainable.h"

#include <ATen/ATen.h>

#include <filesystem>
#include <memory>
#include <optional>

namespace fettle {

// All that a run is made of before its first step, every `auto` resolved.
struct RunParts {
    RunConfig config;
    std::filesystem::path baseFolder; // the base model, or the tokenizer of a fresh one
    Architecture architecture;
    std::shared_ptr<const Tokenizer> tokenizer;
    std::optional<ChatTemplate> chatTemplate;
    std::vector<TokenId> stopIds;
    PreparedData data;
    Plan plan;
    at::Device device = at::kCPU;
    at::ScalarType compute = at::kFloat;
};

// Reads model description, tokenizer and data, and plans. `resumed` keeps what an earlier start resolved.
// Error{BadConfig} for a configuration that cannot run, Error{BadDataset} where nothing would be trained.
[[nodiscard]] RunParts prepareRun(const RunConfig& config, const std::optional<RunState>& resumed,
                                  const EventSink& events);

// Loads or makes the model and the adapter, ready to train.
[[nodiscard]] Trainable loadTrainable(const RunParts& parts, const EventSink& events);

} // namespace fettle
