#include "core/hub/answer.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace fettle {

namespace {

std::string_view withoutBlanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

// Header names are ASCII and know no case.
bool isNamed(std::string_view name, std::string_view wanted) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(name, wanted, {}, lower);
}

// The digits right behind `before`.
std::optional<std::uint64_t> numberAfter(std::string_view text, std::string_view before) {
    const std::size_t at = text.find(before);
    if (at == std::string_view::npos) return std::nullopt;
    std::uint64_t number = 0;
    const char* first = text.data() + at + before.size();
    const auto [end, failure] = std::from_chars(first, text.data() + text.size(), number);
    return failure == std::errc() ? std::optional(number) : std::nullopt;
}

} // namespace

void Answer::takeHeader(std::string_view line) {
    if (line.starts_with("HTTP/")) {
        *this = Answer{.status = static_cast<long>(numberAfter(line, " ").value_or(0))};
        return;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view name = line.substr(0, colon), value = withoutBlanks(line.substr(colon + 1));
    if (isNamed(name, "content-range")) rangeStart = numberAfter(value, "bytes ");
    if (isNamed(name, "x-error-code")) errorCode = value;
    if (isNamed(name, "x-error-message")) errorMessage = value;
    if (!isNamed(name, "ratelimit")) return;
    if (const auto seconds = numberAfter(value, ";t=")) askedFor = std::chrono::seconds(*seconds);
}

bool Answer::isPassing() const {
    constexpr std::array kPassing = {408L, 429L, 500L, 502L, 503L, 504L};
    return std::ranges::find(kPassing, status) != kPassing.end();
}

} // namespace fettle
