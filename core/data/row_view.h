#pragma once

#include "core/data/example.h"

#include <span>

namespace fettle {

// A part of a row as people read it.
enum class StrandKind { Text, Prompt, Answer, Chosen, Rejected };
struct Strand {
    StrandKind kind = StrandKind::Text;
    Json turns = Json::array(); // {"role", "content"}; of plain text one turn of role "text"
};
// The contents of its turns, a blank line between two.
[[nodiscard]] std::string textOf(const Strand& strand);

struct RowColumn {
    enum class Kind { Read, Derived, Count }; // from the file's column of that role, made of others, a number
    std::string_view name;
    Kind kind = Kind::Read;
};

// How one kind of row is shown. Each kind's file in views/ defines one; the table in row_view.cpp names it.
struct RowView {
    std::span<const RowColumn> columns;
    std::string (*cell)(const Row& row, std::size_t column);
    std::vector<Strand> (*strands)(const Row& row);
    Json (*object)(const Row& row); // under the format's own names
};
[[nodiscard]] const RowView& viewOf(const Row& row);

} // namespace fettle
