#pragma once

#include "core/data/example.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fettle {

// The format's column -> the file's, where they differ.
using ColumnNames = std::map<std::string, std::string>;

// In the order in which they are tried.
[[nodiscard]] std::vector<std::string> formatNames();

// The first format whose columns the row has; nullopt where it has none's. A null column is absent; a row
// that is a text alone is one of the format "text".
[[nodiscard]] std::optional<std::string> findFormat(const Json& row, const ColumnNames& columns);

// Error{BadConfig} for a name that is no format and not "auto".
void refuseUnknownName(const std::string& format);

// What a row of a file holds, at least one; a tree of messages is several conversations. Error{BadDataset} naming the
// row and what is wrong with it. `format` is one of formatNames().
[[nodiscard]] std::vector<Row> rowsIn(const Json& row, const std::string& format, const ColumnNames& columns,
                                      const RowOrigin& origin);

} // namespace fettle
