#pragma once

#include "core/base/mapped_file.h"
#include "core/data/row_source.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace fettle {

inline constexpr std::string_view kBlanks = " \t\r\n";

// The kinds of files; `text` is what the mapped file holds, without a byte order mark.

// One JSON object a line. An object may also go over several lines, and the next one may follow on its last.
[[nodiscard]] std::unique_ptr<RowSource> jsonLines(std::shared_ptr<const MappedFile> file, std::string_view text);
// A list of rows, one row, or an object whose one list of objects holds the rows.
[[nodiscard]] std::unique_ptr<RowSource> jsonList(std::string_view text, const DataFileConfig& file,
                                                  const CancelFlag* stop);
// Records of RFC 4180; the first one names the columns. An empty cell is an absent one, turns of a conversation are
// written as JSON. A record with more or fewer cells is a bad row. Error{BadDataset} for a header that is none.
// Commas, or semicolons where the header has more of these; tabs.
[[nodiscard]] std::unique_ptr<RowSource> commaSeparated(std::shared_ptr<const MappedFile> file, std::string_view text);
[[nodiscard]] std::unique_ptr<RowSource> tabSeparated(std::shared_ptr<const MappedFile> file, std::string_view text);
// Plain text: each line that is not blank is a row with the column "text", as `datasets` reads it.
[[nodiscard]] std::unique_ptr<RowSource> textLines(std::shared_ptr<const MappedFile> file, std::string_view text);

// The rows of a file of columns: what libfettle-parquet.so makes of them. Error{BadDataset} where there is no such
// plug-in, Error{BadFile} where Arrow cannot read the file.
[[nodiscard]] std::unique_ptr<RowSource> parquetRows(const std::string& file);
[[nodiscard]] std::unique_ptr<RowSource> arrowRows(const std::string& file); // IPC files, Feather, IPC streams

// Each text of a folder, without its byte order mark, is a row with the column "text"; blank ones are left out.
// Error{BadDataset} where there is none. Errors of MappedFile::open.
[[nodiscard]] std::unique_ptr<RowSource> textFolder(const std::filesystem::path& folder);

// The name's ending with its dot, in lower case.
[[nodiscard]] std::string endingOf(const std::filesystem::path& path);
// The text behind a byte order mark.
[[nodiscard]] std::string_view withoutMark(std::string_view text);

// The instances of a task of allenai/natural-instructions, each with the task's "Definition"; nullopt for anything
// else.
[[nodiscard]] std::optional<Json> instancesOf(const Json& task);

// Where the JSON object ends with which the text begins. npos where it does not begin with one, or as soon as it is
// clear that its brackets never close.
[[nodiscard]] std::size_t objectEnd(std::string_view text);

// Lines end in \n, \r\n or \r. Takes the first one off the front, its end included.
[[nodiscard]] std::string_view takeLine(std::string_view& text);
[[nodiscard]] std::int64_t lineEnds(std::string_view text);

} // namespace fettle
