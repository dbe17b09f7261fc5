#pragma once

#include "core/source/config_reader.h"
#include "core/source/modules.h"

#include <string>
#include <vector>

namespace fettle {

// What a family means by keys that are absent.
struct DecoderDefaults {
    std::int64_t vocab = 32000, hidden = 4096, intermediate = 11008, layers = 32, heads = 32;
    std::int64_t kvHeads = 0; // 0: as many as heads
    std::int64_t headDim = 0; // 0: hidden / heads
    std::int64_t maxPositions = 2048;
    std::string activation = "silu";
    bool isTied = false;
};

// The keys that transformers' Llama class and those written after it share (configuration_llama.py): sizes, heads,
// feed-forward width, norm, tie; one kind of layer without biases, windows or rotary positions. Sizes that no real
// model has are refused.
[[nodiscard]] Architecture readDecoder(const ConfigReader& config, const DecoderDefaults& defaults,
                                       const char* activationKey = "hidden_act");
// And back.
void writeDecoder(const Architecture& architecture, Json& config);

// dtype, token ids and initializer_range; refuses quantised weights.
void readCommonKeys(Architecture& architecture, const ConfigReader& config);

// As config.json names it -> silu, gelu, gelu_tanh or relu. Error{BadModel} for another.
[[nodiscard]] std::string activationNamed(const std::string& name, const char* key);

// Error{BadModel} for sizes beyond any real model's, before anything is made of them.
void refuseHugeSizes(std::int64_t layers, const std::vector<std::pair<const char*, std::int64_t>>& sizes);

[[noreturn]] void refuseKey(const std::string& message, const std::string& hint, const std::string& key);

// "model.layers.0.self_attn.q_proj" ...: the names of the Llama class; one norm or four where the layers have them.
[[nodiscard]] std::vector<ModuleSpec> llamaModules(const Architecture& architecture);

} // namespace fettle
