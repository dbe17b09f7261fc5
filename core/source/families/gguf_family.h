#pragma once

#include "core/base/json.h"
#include "core/source/architecture.h"
#include "core/source/gguf/gguf_writer.h"

#include <string>
#include <utility>
#include <vector>

namespace fettle {

// A module's name here and in a GGUF file; "#" stands for the number of the layer.
using GgufNames = std::vector<std::pair<std::string, std::string>>;

// What a family is in a GGUF file (llama.cpp: gguf-py/gguf/{constants,tensor_mapping}.py, conversion/F.py), and what
// llama.cpp computes of it (src/models/F.cpp).
struct GgufFamily {
    std::string arch;                                // general.architecture; empty: llama.cpp has no such family
    GgufNames names;                                 // of every module
    std::vector<std::string> activations = {"silu"}; // of the MLP
    bool turnsNeighbours = false; // rotary pairs are neighbours there, not halves: rows of queries and keys differ
    bool hasWindows = false;      // else every token sees all before it
    bool needsHead = false;       // the output matrix stands there even where it is the embedding's
    bool isRead = true;           // a file of that architecture is this family's, not another one's that shares it
    bool hasBiases = false;       // of queries, keys, values and attention's output, beyond those the class always has
    // Error{BadModel} for what llama.cpp would compute in another way; what the members above say is checked anyway.
    void (*refuse)(const Architecture& architecture) = nullptr;
    // Keys of the family alone, besides those that every decoder has (gguf_architecture.cpp).
    void (*addFields)(const Architecture& architecture, GgufFields& fields) = nullptr;
    // And back: into config.json, and into the dimensions that Family::write is going to put there.
    void (*readFields)(const GgufHeader& header, Architecture& dimensions, Json& config) = nullptr;
};

// Names of the Llama class and those written after it: norms before the blocks, or before and behind them.
[[nodiscard]] GgufNames llamaGgufNames();
[[nodiscard]] GgufNames sandwichGgufNames();

// Error{BadModel} with the reason: "it has ...".
[[noreturn]] void refuseForGguf(const std::string& reason);

// "llama.rope.freq_base" of "rope.freq_base".
[[nodiscard]] std::string archKey(const GgufHeader& header, const std::string& key);
[[nodiscard]] bool hasTensor(const GgufHeader& header, const std::string& name);
// attention_bias and mlp_bias, as the file has such tensors.
void readBiases(const GgufHeader& header, Architecture& dimensions, Json& config);
// rope.dimension_count as a share of the head, under the family's own key.
void readRotaryShare(const GgufHeader& header, const Architecture& dimensions, Json& config, const char* key);
// query_pre_attn_scalar as llama.cpp implies it: the width of a head, of the model's heads in the largest one.
void readImpliedScale(const Architecture& dimensions, Json& config, std::size_t layersOfLargest);
// Refuses another scale of the scores than that.
void refuseOtherScale(const Architecture& architecture, std::size_t layersOfLargest);

} // namespace fettle
