#include "core/data/files/column_plugin.h"
#include "core/data/files/row_files.h"
#include "core/data/row_problems.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace fettle {

namespace {

using OpenColumns = std::unique_ptr<ColumnFile> (*)(const std::filesystem::path& file);

bool isUtf8(const Json& value) {
    if (value.is_string()) return validUtf8(value.get_ref<const std::string&>()) == value;
    return !value.is_structured() || std::all_of(value.begin(), value.end(), isUtf8);
}

class ColumnRows : public RowSource {
public:
    ColumnRows(std::string file, OpenColumns open)
        : m_open(open), m_origin{.file = std::move(file), .isLine = false}, m_columns(opened()) {}

    bool next() override {
        ++m_origin.line;
        if (++m_at < m_rows.size()) return true;
        m_at = 0;
        m_rows = inItsWords([&] { return m_columns->next(); });
        return !m_rows.empty();
    }
    RowOrigin origin() const override { return m_origin; }
    const Json& value() override {
        if (!isUtf8(m_rows[m_at]))
            throw badRow(m_origin, "is not in UTF-8", "Write the texts in UTF-8.", {FindingKind::NotUtf8});
        return m_rows[m_at];
    }
    void rewind() override {
        m_rows.clear();
        m_origin.line = 0;
        m_columns = opened();
    }

private:
    // What Arrow says of a broken file.
    template <class Act>
    auto inItsWords(Act act) const -> decltype(act()) {
        try {
            return act();
        } catch (const std::exception& error) {
            throw Error{ErrorKind::BadFile,
                        std::filesystem::path(m_origin.file).filename().string() + " cannot be read: " + error.what(),
                        "Write the file again, or choose another one.",
                        {{"file", m_origin.file}}};
        }
    }
    [[nodiscard]] std::unique_ptr<ColumnFile> opened() const {
        return inItsWords([&] { return m_open(m_origin.file); });
    }

    OpenColumns m_open;
    RowOrigin m_origin;
    std::unique_ptr<ColumnFile> m_columns;
    std::vector<Json> m_rows; // read, of which the one at m_at is the present one
    std::size_t m_at = 0;
};

} // namespace

std::unique_ptr<RowSource> parquetRows(const std::string& file) {
    return std::make_unique<ColumnRows>(file, columnReaders(file).openParquet);
}

std::unique_ptr<RowSource> arrowRows(const std::string& file) {
    return std::make_unique<ColumnRows>(file, columnReaders(file).openArrow);
}

} // namespace fettle
