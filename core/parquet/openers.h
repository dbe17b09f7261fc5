#pragma once

#include "core/data/files/column_file.h"

namespace fettle {

// Throw std::exception where Arrow cannot read the file.
[[nodiscard]] std::unique_ptr<ColumnFile> openParquet(const std::filesystem::path& file);
[[nodiscard]] std::unique_ptr<ColumnFile> openArrow(const std::filesystem::path& file);

} // namespace fettle
