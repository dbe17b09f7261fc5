#include "core/data/files/separated_record.h"

#include "core/data/files/row_files.h"

#include <algorithm>
#include <optional>

namespace fettle {

namespace {

// Takes the cell with its quotes off the front; nullopt where the closing one is missing.
std::optional<std::string> takeQuoted(std::string_view& text) {
    std::string cell;
    for (std::size_t at = 1;;) {
        const std::size_t quote = text.find('"', at);
        if (quote == std::string_view::npos) return std::nullopt;
        cell += text.substr(at, quote - at);
        at = quote + 1;
        if (at >= text.size() || text[at] != '"') {
            text.remove_prefix(at);
            return cell;
        }
        cell += text[at++];
    }
}

std::optional<std::string> takeCell(std::string_view& text, char separator) {
    const char ends[] = {separator, '\r', '\n', '\0'};
    if (!text.starts_with('"')) {
        std::string cell(text.substr(0, text.find_first_of(ends)));
        text.remove_prefix(cell.size());
        return cell;
    }
    auto cell = takeQuoted(text);
    const bool endsHere = text.empty() || std::string_view(ends, 3).find(text.front()) != std::string_view::npos;
    return endsHere ? cell : std::nullopt;
}

} // namespace

SeparatedRecord separatedRecord(std::string_view text, char separator) {
    SeparatedRecord record;
    std::string_view rest = text;
    for (;;) {
        auto cell = takeCell(rest, separator);
        if (!cell) return {.cells = {}, .size = takeLine(text).size(), .isWhole = false};
        record.cells.push_back(std::move(*cell));
        if (!rest.starts_with(separator)) break;
        rest.remove_prefix(1);
    }
    if (!rest.empty()) rest.remove_prefix(rest.starts_with("\r\n") ? 2 : 1);
    record.size = text.size() - rest.size();
    return record;
}

} // namespace fettle
