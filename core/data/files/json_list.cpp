#include "core/base/json_builder.h"
#include "core/data/files/row_files.h"
#include "core/data/row_formats.h"

#include <algorithm>

namespace fettle {

namespace {

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

bool isListOfObjects(const Json& value) {
    return value.is_array() && !value.empty() && value.front().is_object();
}

Json rowsOf(Json tree, const DataFileConfig& file) {
    if (tree.is_array()) return tree;
    if (auto instances = instancesOf(tree)) return std::move(*instances);
    if (!tree.is_object() || findFormat(tree, file.columns)) return Json::array({std::move(tree)});
    if (std::count_if(tree.begin(), tree.end(), isListOfObjects) != 1)
        throw Error{ErrorKind::BadDataset,
                    std::filesystem::path(file.path).filename().string() + " does not say where its rows are.",
                    "Write a list of rows, or one row per line.",
                    {{"file", file.path}}};
    return std::move(*std::find_if(tree.begin(), tree.end(), isListOfObjects));
}

} // namespace

std::unique_ptr<RowSource> jsonList(std::string_view text, const DataFileConfig& file, const CancelFlag* stop) {
    const std::string name = std::filesystem::path(file.path).filename().string();
    return std::make_unique<JsonList>(rowsOf(parseJson(text, name, DuplicateKeys::KeepLast, stop), file), file.path);
}

} // namespace fettle
