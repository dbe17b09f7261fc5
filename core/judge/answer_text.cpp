#include "core/judge/answer_text.h"

#include "core/text/regex.h"

#include <unicode/unistr.h>

namespace fettle::judge {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::string folded(std::string_view text) {
    std::string result;
    icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}).foldCase().toUTF8String(result);
    return result;
}

std::vector<std::string> words(std::string_view text) {
    static const Regex kWord(R"([\p{L}\p{M}\p{N}]+)");
    const std::string small = folded(text);
    std::vector<std::string> found;
    kWord.eachMatch(small,
                    [&](std::size_t begin, std::size_t end) { found.push_back(small.substr(begin, end - begin)); });
    return found;
}

} // namespace fettle::judge
