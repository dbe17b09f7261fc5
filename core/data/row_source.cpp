#include "core/data/row_source.h"

#include "core/base/json_builder.h"
#include "core/base/mapped_file.h"
#include "core/data/row_formats.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r\n";

bool isBlank(std::string_view text) {
    return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

// Takes the first line, its end included, off the front.
std::string_view takeLine(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    return line;
}

class JsonLines : public RowSource {
public:
    JsonLines(std::shared_ptr<const MappedFile> file, std::string_view text)
        : m_file(std::move(file)), m_text(text), m_rest(text), m_origin{.file = m_file->path().string()} {}

    bool next() override {
        while (!m_rest.empty()) {
            m_line = takeLine(m_rest);
            ++m_origin.line;
            if (!isBlank(m_line)) return true;
        }
        return false;
    }
    RowOrigin origin() const override { return m_origin; }
    const Json& value() override { return m_value = parseJson(m_line, describe(m_origin)); }
    void rewind() override {
        m_rest = m_text;
        m_origin.line = 0;
    }

private:
    std::shared_ptr<const MappedFile> m_file;
    std::string_view m_text, m_rest, m_line;
    RowOrigin m_origin;
    Json m_value;
};

class JsonList : public RowSource {
public:
    JsonList(Json rows, std::string file)
        : m_rows(std::move(rows)), m_origin{.file = std::move(file), .isLine = false} {}

    bool next() override { return ++m_origin.line <= static_cast<std::int64_t>(m_rows.size()); }
    RowOrigin origin() const override { return m_origin; }
    const Json& value() override { return m_rows[static_cast<std::size_t>(m_origin.line - 1)]; }
    void rewind() override { m_origin.line = 0; }

private:
    Json m_rows;
    RowOrigin m_origin;
};

bool isObject(std::string_view text) {
    return Json::accept(text) && text[text.find_first_not_of(kBlanks)] == '{';
}

// A list is JSON under any name; an object may be the whole file or its first line.
bool isJsonLines(std::string_view text, const std::filesystem::path& path) {
    if (text[text.find_first_not_of(kBlanks)] == '[') return false;
    if (path.extension() != ".json") return true;
    std::string_view rest = text.substr(text.find_first_not_of(kBlanks));
    const std::string_view first = takeLine(rest);
    return !isBlank(rest) && isObject(first);
}

bool isListOfObjects(const Json& value) {
    return value.is_array() && !value.empty() && value.front().is_object();
}

Json rowsOf(Json tree, const DataFileConfig& file) {
    if (tree.is_array()) return tree;
    if (!tree.is_object() || findFormat(tree, file.columns)) return Json::array({std::move(tree)});
    if (std::count_if(tree.begin(), tree.end(), isListOfObjects) != 1)
        throw Error{ErrorKind::BadDataset,
                    std::filesystem::path(file.path).filename().string() + " does not say where its rows are.",
                    "Write a list of rows, or one row per line.",
                    {{"file", file.path}}};
    return std::move(*std::find_if(tree.begin(), tree.end(), isListOfObjects));
}

} // namespace

std::unique_ptr<RowSource> openRows(const DataFileConfig& file, const CancelFlag* stop) {
    const std::filesystem::path path = file.path;
    auto mapped = MappedFile::open(path);
    std::string_view text = mapped->text();
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (isBlank(text))
        throw Error{ErrorKind::BadDataset,
                    path.filename().string() + " is empty.",
                    "Choose a file that holds rows.",
                    {{"file", file.path}}};
    if (isJsonLines(text, path)) return std::make_unique<JsonLines>(std::move(mapped), text);
    return std::make_unique<JsonList>(
        rowsOf(parseJson(text, path.filename().string(), DuplicateKeys::KeepLast, stop), file), file.path);
}

} // namespace fettle
