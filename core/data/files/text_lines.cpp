#include "core/data/files/row_files.h"
#include "core/data/row_problems.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace fettle {

namespace {

class TextLines : public RowSource {
public:
    TextLines(std::shared_ptr<const MappedFile> file, std::string_view text)
        : m_file(std::move(file)), m_text(text), m_rest(text), m_origin{.file = m_file->path().string()} {}

    bool next() override {
        while (!m_rest.empty()) {
            m_line = takeLine(m_rest);
            ++m_origin.line;
            if (m_line.find_first_not_of(kBlanks) != std::string_view::npos) return true;
        }
        return false;
    }
    RowOrigin origin() const override { return m_origin; }
    const Json& value() override {
        const std::string_view text = m_line.substr(0, m_line.find_first_of("\r\n"));
        if (validUtf8(text) != text)
            throw badRow(m_origin, "is not in UTF-8", "Save the file as UTF-8.", {FindingKind::NotUtf8});
        return m_value = Json{{"text", text}};
    }
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

} // namespace

std::unique_ptr<RowSource> textLines(std::shared_ptr<const MappedFile> file, std::string_view text) {
    return std::make_unique<TextLines>(std::move(file), text);
}

} // namespace fettle
