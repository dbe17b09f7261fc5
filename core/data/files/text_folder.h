#pragma once

#include <filesystem>
#include <vector>

namespace fettle {

// The texts (.txt, .md, .rst) of a folder and of those in it, sorted by name; hidden files and folders are left out,
// and no link to a folder is followed. Error{FileNotFound | FileAccess}.
[[nodiscard]] std::vector<std::filesystem::path> textFilesIn(const std::filesystem::path& folder);

} // namespace fettle
