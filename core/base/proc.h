#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace fettle {

// What a file of /proc gives in kilobytes under `key` ("MemAvailable", "VmHWM"), in bytes; 0 where it gives nothing.
[[nodiscard]] std::uint64_t procBytes(const std::filesystem::path& file, const std::string& key);

} // namespace fettle
