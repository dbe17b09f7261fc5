#pragma once

#include "core/base/parallel.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace fettle {

// XXH64 with seed 0 (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md). Tells contents apart that nobody
// forges.
class ContentHash {
public:
    void add(std::span<const std::byte> bytes);
    void add(std::string_view text);
    void add(std::span<const std::byte> bytes, const Work& work); // cancelled between two blocks

    [[nodiscard]] std::uint64_t value() const; // of all that was added so far
    [[nodiscard]] std::string text() const;    // the same as 16 digits

private:
    static constexpr std::size_t kStripe = 32;

    std::array<std::uint64_t, 4> m_lanes{0x60EA27EEADC0B5D6, 0xC2B2AE3D27D4EB4F, 0, 0x61C8864E7A143579};
    std::array<std::byte, kStripe> m_begun{}; // of a stripe that is not whole yet
    std::uint64_t m_size = 0;
};

// Error{FileNotFound | FileAccess}. Cancelled between two blocks.
[[nodiscard]] std::string contentHashOf(const std::filesystem::path& file, const Work& work = {});

} // namespace fettle
