#include "core/data/row_source.h"

#include "core/data/files/row_files.h"

#include <algorithm>
#include <array>

namespace fettle {

namespace {

// Columns instead of rows; the plug-in reads them.
struct ColumnKind {
    std::string_view ending;
    std::unique_ptr<RowSource> (*open)(const std::string& file);
};
constexpr std::array kColumnKinds = {
    ColumnKind{".parquet", parquetRows},
    ColumnKind{".arrow", arrowRows},
    ColumnKind{".feather", arrowRows},
};

// Kinds of text that are told by the name's ending; everything else is JSON.
struct TextKind {
    std::string_view ending;
    std::unique_ptr<RowSource> (*open)(std::shared_ptr<const MappedFile> file, std::string_view text);
};
constexpr std::array kTextKinds = {
    TextKind{".txt", textLines},
    TextKind{".csv", commaSeparated},
    TextKind{".tsv", tabSeparated},
};

bool isBlank(std::string_view text) {
    return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

// Two bytes a character show as zeros between the letters, with a mark in front or without.
const char* otherEncoding(std::string_view text) {
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
    const bool isMarked = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const bool hasZeros = text.size() > 1 && (text[0] == '\0') != (text[1] == '\0');
    return isMarked || hasZeros ? "UTF-16" : nullptr;
}

void refuseOtherEncodings(std::string_view text, const DataFileConfig& file) {
    if (const char* encoding = otherEncoding(text))
        throw Error{ErrorKind::BadDataset,
                    describe({.file = file.path, .line = 1}) + " is in " + encoding + ", not in UTF-8.",
                    "Save the file as UTF-8; in PowerShell: Get-Content FILE | Set-Content -Encoding utf8 NEW.",
                    {{"file", file.path}, {"line", "1"}, {"encoding", encoding}}};
}

// A list is JSON under any name; an object may be the whole file or the first of many.
bool isJsonLines(std::string_view text, const std::filesystem::path& path) {
    const std::string_view rows = text.substr(text.find_first_not_of(kBlanks));
    if (rows.starts_with('[')) return false;
    if (endingOf(path) != ".json") return true;
    const std::size_t end = objectEnd(rows);
    return end != std::string_view::npos && !isBlank(rows.substr(end));
}

} // namespace

std::unique_ptr<RowSource> openRows(const DataFileConfig& file, const CancelFlag* stop) {
    const std::filesystem::path path = file.path;
    if (std::filesystem::is_directory(path)) return textFolder(path);
    auto mapped = MappedFile::open(path);
    const auto* columns = std::ranges::find(kColumnKinds, endingOf(path), &ColumnKind::ending);
    if (columns != kColumnKinds.end()) return columns->open(file.path);
    const std::string_view text = withoutMark(mapped->text());
    if (isBlank(text))
        throw Error{ErrorKind::BadDataset,
                    path.filename().string() + " is empty.",
                    "Choose a file that holds rows.",
                    {{"file", file.path}}};
    refuseOtherEncodings(text, file);
    const auto* kind = std::ranges::find(kTextKinds, endingOf(path), &TextKind::ending);
    if (kind != kTextKinds.end()) return kind->open(std::move(mapped), text);
    if (isJsonLines(text, path)) return jsonLines(std::move(mapped), text);
    return jsonList(text, file, stop);
}

} // namespace fettle
