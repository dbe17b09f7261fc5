#pragma once

#include "core/base/json.h"
#include "core/source/safetensors.h"

#include <ATen/ATen.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fettle {

// A name and its tensor, in the order in which it shall be written.
using NamedTensors = std::vector<std::pair<std::string, at::Tensor>>;

// The tensors of one file or folder, opened memory-mapped: a tensor shares the mapping's pages until something copies
// it.
class TensorSource {
public:
    // Error as MappedFile::open.
    [[nodiscard]] static TensorSource open(TensorTable table);
    // A folder (single file or shards). Error as readTensorTable.
    [[nodiscard]] static TensorSource openFolder(const std::filesystem::path& folder);
    [[nodiscard]] static TensorSource openFile(const std::filesystem::path& file);

    [[nodiscard]] bool has(const std::string& name) const { return m_table.contains(name); }
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] const TensorTable& table() const { return m_table; }
    // A CPU tensor in the stored dtype (F64 F32 F16 BF16 I64 I32 I16 I8 U8 BOOL; F8 and a GGUF file's quantized blocks
    // widened to F32), zero-copy where aligned and laid out as the model has it. Error{BadModel} naming a missing
    // tensor; Error{BadFile} for a dtype that is refused.
    [[nodiscard]] at::Tensor tensor(const std::string& name) const;
    // The file's pages of a tensor that was copied leave memory; who reads it again gets them from the disk again.
    void release(const std::string& name) const;

private:
    TensorTable m_table;
    std::map<std::filesystem::path, std::shared_ptr<const MappedFile>> m_files;
};

// One safetensors file: sorted by dtype width descending then name, 8-byte aligned data, metadata {"format":"pt"},
// atomic.
void writeSafetensors(const std::filesystem::path& file, const NamedTensors& tensors,
                      const std::map<std::string, std::string>& metadata = {});

// model.safetensors, or shards of at most maxShardBytes with their index, in the given order of tensors.
void writeModelTensors(const std::filesystem::path& folder, const NamedTensors& tensors, std::int64_t maxShardBytes);

[[nodiscard]] at::ScalarType scalarType(const std::string& name); // "float32", "bfloat16", "float16"
[[nodiscard]] std::string dtypeName(at::ScalarType type);         // the inverse
[[nodiscard]] std::int64_t parseSize(const std::string& text);    // "5GB" (10^9), "2GiB", "700MB" -> bytes

} // namespace fettle
