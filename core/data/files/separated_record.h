#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fettle {

// One record of separated values (RFC 4180): a cell in quotes may hold separators, line ends and quotes, each of these
// doubled. A quote inside of a cell that does not begin with one is a letter like others.
struct SeparatedRecord {
    std::vector<std::string> cells;
    std::size_t size = 0; // of the text that it takes, its line end included
    bool isWhole = true;  // false: a quote opens that does not close at the end of a cell; the record is one line then
};

// The one with which the text begins.
[[nodiscard]] SeparatedRecord separatedRecord(std::string_view text, char separator);

} // namespace fettle
