#pragma once

#include <filesystem>

namespace fettle {

// Where resources/ lies: $FETTLE_RESOURCES, ../share/fettle beside the program, or the source tree above it.
[[nodiscard]] std::filesystem::path resourceFolder();

} // namespace fettle
