#include "core/data/files/row_files.h"

#include <algorithm>

namespace fettle {

std::string endingOf(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; });
    return ending;
}

std::string_view withoutMark(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    return text.substr(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
}

std::string_view takeLine(std::string_view& text) {
    std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    if (text.substr(end).starts_with("\r\n")) ++end;
    const std::string_view line = text.substr(0, end + 1);
    text.remove_prefix(line.size());
    return line;
}

std::int64_t lineEnds(std::string_view text) {
    std::int64_t count = 0;
    for (std::size_t at = 0; (at = text.find_first_of("\r\n", at)) != std::string_view::npos; ++count)
        at += text.substr(at).starts_with("\r\n") ? 2 : 1;
    return count;
}

} // namespace fettle
