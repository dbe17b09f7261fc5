#pragma once

#include "core/base/mapped_file.h"
#include "core/source/gguf/gguf_change.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace fettle {

// One entry of a safetensors header. Offsets count from the start of the data section.
struct TensorEntry {
    std::string name;
    std::string dtype; // "F32", "F16", "BF16" ... as the format spells them
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

struct SafetensorsHeader {
    std::vector<TensorEntry> tensors; // sorted by offset
    std::map<std::string, std::string> metadata;
    std::uint64_t dataStart = 0; // byte of the file where offset 0 lies
};

// Checks all that the format demands (huggingface/safetensors, README.md, "Format"), each with its own Error{BadFile}.
[[nodiscard]] SafetensorsHeader parseSafetensorsHeader(std::span<const std::byte> file, const std::string& what);

// Bits of one element; 0 for a type the format does not know.
[[nodiscard]] int bitWidth(const std::string& dtype);

// Where the tensors of a model or adapter folder lie: one file, or an index over shards.
struct TensorLocation {
    std::filesystem::path file;
    TensorEntry entry; // its shape is the model's
    std::uint64_t dataStart = 0;
    GgufChange change = {}; // what to take back of a tensor of a GGUF file
};
using TensorTable = std::map<std::string, TensorLocation>;

// model.safetensors, else every tensor of the shards that model.safetensors.index.json names; pickles are refused by
// name.
[[nodiscard]] TensorTable readTensorTable(const std::filesystem::path& folder);
// Whether there is one or the other.
[[nodiscard]] bool hasSafetensors(const std::filesystem::path& folder);
[[nodiscard]] TensorTable readTensorTableOfFile(const std::filesystem::path& file);

} // namespace fettle
