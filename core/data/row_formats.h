#pragma once

#include "core/data/example.h"

#include <map>
#include <optional>
#include <string>

namespace fettle {

// The format's column -> the file's, where they differ.
using ColumnNames = std::map<std::string, std::string>;

// "messages", "sharegpt", "prompt_completion", "alpaca" or "text", the first in this order whose columns the row has;
// nullopt where it has none's. A null column is absent.
[[nodiscard]] std::optional<std::string> findFormat(const Json& row, const ColumnNames& columns);

// Error{BadConfig} for a name that is no format and not "auto".
void refuseUnknownName(const std::string& format);

// Error{BadDataset} naming the row and what is wrong with it. `format` is one of the names above.
[[nodiscard]] Row readRow(const Json& row, const std::string& format, const ColumnNames& columns,
                          const RowOrigin& origin);

} // namespace fettle
