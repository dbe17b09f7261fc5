#pragma once

#include "core/data/row_formats.h"

namespace fettle {

// One row under the format's own column names.
class Columns {
public:
    Columns(const Json& row, const ColumnNames& names, const RowOrigin& origin)
        : m_row(row), m_names(names), m_origin(origin) {}

    [[nodiscard]] const RowOrigin& origin() const { return m_origin; }
    [[nodiscard]] const Json& whole() const { return m_row; }
    // nullptr where the column is absent or null.
    [[nodiscard]] const Json* find(const std::string& name) const;
    [[nodiscard]] bool has(const std::string& name) const { return find(name) != nullptr; }
    // Error{BadDataset} where it is no text.
    [[nodiscard]] std::string text(const std::string& name) const;
    [[nodiscard]] std::string textOrEmpty(const std::string& name) const;

    // 0 where the column is absent; Error{BadDataset} where it is no finite number.
    [[nodiscard]] double numberOrZero(const std::string& name) const;

    // "messages", else "conversations"; nullptr where it is no list that holds something.
    [[nodiscard]] const Json* conversation() const;
    // The first turn of the conversation has this key.
    [[nodiscard]] bool hasTurnsWith(const char* key) const;
    // The same; Error{BadDataset} where there is none.
    [[nodiscard]] const Json& neededConversation() const;
    // The turns with the column "system" in front of them, unless they begin with a system turn of their own.
    [[nodiscard]] Json withSystem(Json turns) const;
    // A list of tools, or the same as a text of JSON: data sets with differing schemas have to write it so.
    [[nodiscard]] Json tools() const;
    // What a row tells its template: the object "chat_template_kwargs".
    [[nodiscard]] Json extras() const;

private:
    const Json& m_row;
    const ColumnNames& m_names;
    const RowOrigin& m_origin;
};

// A format's file defines one of these; the table in row_formats.cpp names it.
struct RowFormat {
    std::string_view name;
    bool (*matches)(const Columns&);
    // What a row of the file is: one, or several, at least one. Error{BadDataset} naming the row.
    std::variant<Row (*)(const Columns&), std::vector<Row> (*)(const Columns&)> read;
};

} // namespace fettle
