#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace fettle {

// A folder of files that can be made again, kept below a size. Another process may do the same at the same time: what
// is gone already is no error.

// The file counts as used now. Its time of last writing stays.
void noteUse(const std::filesystem::path& file);

// Removes what was used longest ago until the rest of the files whose names end with `ending`, those under construction
// among them, takes no more than `mostBytes`. Other files are left alone.
void dropLeastUsed(const std::filesystem::path& folder, std::string_view ending, std::uint64_t mostBytes);

} // namespace fettle
