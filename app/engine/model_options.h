#pragma once

#include "core/adapter/adapter.h"
#include "core/base/cancel.h"
#include "core/generate/generation.h"
#include "core/library/text_side.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fettle::engine {

// The options that every verb with a model shares.
struct ModelOptions {
    std::string model;
    std::vector<std::string> adapters;
    double strength = 1;
    std::string device = "auto";
    std::string dtype = "auto";    // of the weights and of the products
    std::string quantize = "none"; // or a kind of ops::Quantization
    int threads = 0;
    std::int64_t leastVocabulary = 0; // rows that the model shall have, for adapters that are loaded later
    const CancelFlag* stop = nullptr; // looked at while the weights are loaded

    void addTo(CLI::App& verb);
};

// A base model opened for use.
struct OpenModel {
    std::shared_ptr<const BaseModel> base;
    TextSide text; // of the base with its adapters
    std::unique_ptr<CausalLM> model;
    std::vector<Adapter> adapters;
    at::ScalarType compute = at::kFloat;

    // All adapters at one strength, for one stream or for a whole call.
    [[nodiscard]] StreamAdapters streamAdapters(double strength) const;
    [[nodiscard]] AdapterSet adapterSet(double strength) const;
};

// dtype "auto" is the checkpoint's own, on every device.
// Cancelled where the options' flag is raised.
[[nodiscard]] OpenModel openModel(const ModelOptions& options);

// Prompt ids of a conversation, with the generation prompt. Error{BadTemplate} where there is no template.
[[nodiscard]] std::vector<TokenId> conversationIds(const TextSide& text, const ChatRequest& request);
// The same for a conversation that ends in an answer which was cut: the prompt ends with that answer's text.
// Error{BadUsage} where the last message is no assistant's.
[[nodiscard]] std::vector<TokenId> continuedIds(const TextSide& text, const ChatRequest& request);

} // namespace fettle::engine
