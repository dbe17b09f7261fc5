#include "core/base/json.h"
#include "core/data/files/row_files.h"

#include <algorithm>

namespace fettle {

namespace {

class JsonLines : public RowSource {
public:
    JsonLines(std::shared_ptr<const MappedFile> file, std::string_view text)
        : m_file(std::move(file)), m_text(text), m_rest(text), m_origin{.file = m_file->path().string()} {}

    bool next() override {
        const std::size_t begin = std::min(m_rest.find_first_not_of(kBlanks), m_rest.size());
        m_line += lineEnds(m_row) + lineEnds(m_rest.substr(0, begin));
        m_rest.remove_prefix(begin);
        m_row = m_rest.substr(0, rowEnd());
        m_rest.remove_prefix(m_row.size());
        m_origin.line = m_line;
        return !m_row.empty();
    }
    RowOrigin origin() const override { return m_origin; }
    const Json& value() override { return m_value = parseJson(m_row, describe(m_origin)); }
    void rewind() override {
        m_rest = m_text;
        m_row = {};
        m_line = 1;
    }

private:
    // The end of the object, unless something else stands behind it: what a reader would call the row is then the line.
    [[nodiscard]] std::size_t rowEnd() const {
        const std::size_t end = objectEnd(m_rest);
        std::string_view behind = end == std::string_view::npos ? m_rest : m_rest.substr(end);
        const std::size_t next = behind.find_first_not_of(" \t");
        const bool isWhole = end != std::string_view::npos && (next == std::string_view::npos || behind[next] == '{' ||
                                                               behind[next] == '\r' || behind[next] == '\n');
        if (isWhole) return end;
        (void)takeLine(behind);
        return m_rest.size() - behind.size();
    }

    std::shared_ptr<const MappedFile> m_file;
    std::string_view m_text, m_rest, m_row;
    std::int64_t m_line = 1; // in which m_row begins
    RowOrigin m_origin;
    Json m_value;
};

} // namespace

std::unique_ptr<RowSource> jsonLines(std::shared_ptr<const MappedFile> file, std::string_view text) {
    return std::make_unique<JsonLines>(std::move(file), text);
}

} // namespace fettle
