#pragma once

#include <filesystem>
#include <string>

namespace fettle {

// Where a plug-in of this build lies: beside the program, or in ../lib/fettle; empty where it is in neither.
[[nodiscard]] std::filesystem::path pluginFile(const std::string& name);

} // namespace fettle
