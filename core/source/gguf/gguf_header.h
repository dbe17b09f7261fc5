#pragma once

#include "core/base/mapped_file.h"
#include "core/source/gguf/ggml_type.h"
#include "core/source/gguf/gguf_metadata.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fettle {

struct GgufTensor {
    std::string name;
    const GgmlType* type = nullptr;
    std::vector<std::int64_t> shape; // slowest dimension first, as everywhere else; files list the fastest first
    std::uint64_t begin = 0;         // from the start of the data section
    std::uint64_t bytes = 0;
};

struct GgufHeader {
    std::uint32_t version = 0;
    GgufMetadata metadata;
    std::vector<GgufTensor> tensors;
    std::uint64_t dataStart = 0;            // byte of the file
    std::shared_ptr<const MappedFile> file; // keeps the metadata's bytes where the header was read from a file
};

// Versions 2 and 3, little-endian (the GGUF specification in ggml-org/ggml). Every size, count, offset and nesting is
// checked before it is followed, each with its own Error{BadFile}. The metadata refers to `bytes`.
[[nodiscard]] GgufHeader parseGgufHeader(std::span<const std::byte> bytes, const std::string& what);
// Errors of MappedFile::open too.
[[nodiscard]] GgufHeader readGgufHeader(const std::filesystem::path& file);

// Whether a file begins as such files do; false where it cannot be read.
[[nodiscard]] bool looksLikeGguf(const std::filesystem::path& file);

} // namespace fettle
