#pragma once

#include <filesystem>

namespace fettle::ui {

// `wanted`, or where that exists the first of wanted-2, wanted-3 ... that does not. Asks the disk.
[[nodiscard]] std::filesystem::path freeFolder(const std::filesystem::path& wanted);

} // namespace fettle::ui
