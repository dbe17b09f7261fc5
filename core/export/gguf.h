#pragma once

#include "core/adapter/merge.h"
#include "core/base/parallel.h"
#include "core/source/gguf/gguf_writer.h"

#include <array>
#include <filesystem>
#include <string>

namespace fettle {

// How the matrices of a file are kept, under the names of llama.cpp's llama-quantize; vectors and positions are always
// F32.
inline constexpr std::array kGgufTypes = {"f32", "f16", "bf16", "q8_0", "q4_k_m"};

struct GgufOptions {
    std::filesystem::path out; // a file that does not exist yet
    std::string type = "f16";  // one of kGgufTypes
    std::string name;          // general.name
    GgufFields vocabulary;     // tokenizer and template
    ProgressCallback progress; // after each tensor
};

// The model with every adapter folded in at its strength, as llama.cpp runs it; tensor by tensor, whole or not at all.
// Error{BadModel} for a family that llama.cpp lacks or computes otherwise, Error{AlreadyExists | DiskFull},
// Error{NonFinite}, Error{BadUsage} for a kind of adapter that cannot be merged.
void exportGguf(const CausalLM& model, const WeightedAdapters& adapters, const GgufOptions& options);

// Error{AlreadyExists}.
void refuseExistingFile(const std::filesystem::path& file);

} // namespace fettle
