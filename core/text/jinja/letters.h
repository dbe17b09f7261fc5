#pragma once

#include <string>
#include <vector>

namespace fettle::jinja {

// Python's rules on characters and on texts made of them (str.isalpha, str.strip ...).
[[nodiscard]] bool isSpace(char32_t c);
[[nodiscard]] bool isWordPart(char32_t c); // \w of re

[[nodiscard]] bool isAlphabetic(const std::string& text); // each character; no text without one
[[nodiscard]] bool isAlphanumeric(const std::string& text);
[[nodiscard]] bool isDecimal(const std::string& text);
[[nodiscard]] bool isDigits(const std::string& text);
[[nodiscard]] bool isNumeric(const std::string& text);
[[nodiscard]] bool isBlank(const std::string& text);
[[nodiscard]] bool isAscii(const std::string& text);
[[nodiscard]] bool isLower(const std::string& text); // some letter has a case, and all that do have this one
[[nodiscard]] bool isUpper(const std::string& text);
[[nodiscard]] bool isTitle(const std::string& text);

[[nodiscard]] std::string lower(const std::string& text);
[[nodiscard]] std::string upper(const std::string& text);
[[nodiscard]] std::string folded(const std::string& text);
[[nodiscard]] std::string swapped(const std::string& text);
[[nodiscard]] std::string capitalized(const std::string& text);
[[nodiscard]] std::string titled(const std::string& text);

// Without the given characters at its ends; none given: without white space.
[[nodiscard]] std::string stripped(const std::string& text, const std::string& characters, bool left, bool right);
// Lines as str.splitlines() cuts them, without or with what ended them.
enum class LineEnds { Drop, Keep };
[[nodiscard]] std::vector<std::string> lines(const std::string& text, LineEnds ends);
// & < > ' " as HTML writes them.
[[nodiscard]] std::string escaped(const std::string& text);

} // namespace fettle::jinja
