#include "core/base/json.h"
#include "core/data/files/row_files.h"
#include "core/data/files/separated_record.h"
#include "core/data/row_problems.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <set>

namespace fettle {

namespace {

constexpr const char* kHowToQuote = "Put texts that hold separators, quotes or line ends in quotes, and double the "
                                    "quotes in them.";

bool isTurn(const Json& value) {
    return value.is_object() && (value.contains("role") || value.contains("from"));
}

// A cell holds a text; turns of a conversation are written there as JSON.
Json valueOf(std::string cell) {
    if (cell.empty()) return nullptr;
    if (!cell.starts_with('[') && !cell.starts_with('{')) return cell;
    try {
        Json value = parseJson(cell, "");
        const bool isTurns = value.is_array() && !value.empty() && std::all_of(value.begin(), value.end(), isTurn);
        if (isTurns || isTurn(value)) return value;
    } catch (const Error&) { // a text like others
    }
    return cell;
}

std::string counted(std::size_t cells) {
    return std::to_string(cells) + (cells == 1 ? " cell" : " cells");
}

class SeparatedValues : public RowSource {
public:
    SeparatedValues(std::shared_ptr<const MappedFile> file, std::string_view text, char separator)
        : m_file(std::move(file)), m_separator(separator),
          m_rest(text), m_origin{.file = m_file->path().string(), .line = 1} {
        takeRecord();
        refuseBrokenRecord();
        refuseEqualNames();
        m_header = m_record.cells;
        m_headerText = m_text;
        m_headerLine = m_origin.line;
        m_rows = m_rest;
    }

    bool next() override {
        takeRecord();
        return !m_text.empty();
    }
    RowOrigin origin() const override { return m_origin; }
    const Json& value() override {
        refuseBrokenRecord();
        if (m_record.cells.size() != m_header.size())
            throw badRow(m_origin,
                         "has " + counted(m_record.cells.size()) + " where the header has " +
                             std::to_string(m_header.size()),
                         kHowToQuote, {FindingKind::RaggedRow});
        JsonMembers members;
        for (std::size_t i = 0; i < m_header.size(); ++i)
            members.emplace_back(m_header[i], valueOf(m_record.cells[i]));
        return m_value = objectOf(std::move(members));
    }
    void rewind() override {
        m_rest = m_rows;
        m_text = m_headerText;
        m_origin.line = m_headerLine;
    }

private:
    // The next one that is no blank line.
    void takeRecord() {
        const std::size_t begin = std::min(m_rest.find_first_not_of("\r\n"), m_rest.size());
        m_origin.line += lineEnds(m_text) + lineEnds(m_rest.substr(0, begin));
        m_rest.remove_prefix(begin);
        m_record = m_rest.empty() ? SeparatedRecord{} : separatedRecord(m_rest, m_separator);
        m_text = m_rest.substr(0, m_record.size);
        m_rest.remove_prefix(m_record.size);
    }
    void refuseBrokenRecord() const {
        if (validUtf8(m_text) != m_text)
            throw badRow(m_origin, "is not in UTF-8", "Save the file as UTF-8.", {FindingKind::NotUtf8});
        if (!m_record.isWhole)
            throw badRow(m_origin, "has a quote that does not close at the end of a cell", kHowToQuote,
                         {FindingKind::RaggedRow});
    }
    void refuseEqualNames() const {
        std::set<std::string> names;
        for (const std::string& name : m_record.cells)
            if (!names.insert(name).second)
                throw badRow(m_origin, "names the column \"" + name + "\" twice",
                             "The first line names the columns; give each a name of its own.");
    }

    std::shared_ptr<const MappedFile> m_file;
    char m_separator;
    std::string_view m_rest, m_rows; // m_rows: all behind the header
    std::string_view m_text;         // of m_record
    SeparatedRecord m_record;
    std::vector<std::string> m_header;
    std::string_view m_headerText;
    std::int64_t m_headerLine = 1;
    RowOrigin m_origin;
    Json m_value;
};

// Spreadsheets write semicolons where the comma stands in numbers.
char separatorOf(std::string_view text) {
    const std::string_view header = takeLine(text);
    const auto count = [&](char c) { return std::count(header.begin(), header.end(), c); };
    return count(';') > count(',') ? ';' : ',';
}

} // namespace

std::unique_ptr<RowSource> commaSeparated(std::shared_ptr<const MappedFile> file, std::string_view text) {
    return std::make_unique<SeparatedValues>(std::move(file), text, separatorOf(text));
}

std::unique_ptr<RowSource> tabSeparated(std::shared_ptr<const MappedFile> file, std::string_view text) {
    return std::make_unique<SeparatedValues>(std::move(file), text, '\t');
}

} // namespace fettle
