#pragma once

#include "core/data/files/column_file.h"

namespace fettle {

// Of the plug-in beside the program. Error{BadDataset} for `file`, with the reason and what to do, where there is none,
// or one of another version, or one whose Arrow libraries are missing.
[[nodiscard]] ColumnReaders columnReaders(const std::filesystem::path& file);

// The same of this plug-in.
[[nodiscard]] ColumnReaders columnReadersOf(const std::filesystem::path& plugin, const std::filesystem::path& file);

} // namespace fettle
