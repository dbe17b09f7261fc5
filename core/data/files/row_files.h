#pragma once

#include "core/base/mapped_file.h"
#include "core/data/row_source.h"

#include <string_view>

namespace fettle {

inline constexpr std::string_view kBlanks = " \t\r\n";

// The kinds of files; `text` is what the mapped file holds, without a byte order mark.

// One JSON object a line. An object may also go over several lines, and the next one may follow on its last.
[[nodiscard]] std::unique_ptr<RowSource> jsonLines(std::shared_ptr<const MappedFile> file, std::string_view text);
// A list of rows, one row, or an object whose one list of objects holds the rows.
[[nodiscard]] std::unique_ptr<RowSource> jsonList(std::string_view text, const DataFileConfig& file,
                                                  const CancelFlag* stop);
// Plain text: each line that is not blank is a row with the column "text", as `datasets` reads it.
[[nodiscard]] std::unique_ptr<RowSource> textLines(std::shared_ptr<const MappedFile> file, std::string_view text);

// Where the JSON object ends with which the text begins. npos where it does not begin with one, or as soon as it is
// clear that its brackets never close.
[[nodiscard]] std::size_t objectEnd(std::string_view text);

// Lines end in \n, \r\n or \r. Takes the first one off the front, its end included.
[[nodiscard]] std::string_view takeLine(std::string_view& text);
[[nodiscard]] std::int64_t lineEnds(std::string_view text);

} // namespace fettle
