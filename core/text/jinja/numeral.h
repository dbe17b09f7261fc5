#pragma once

#include <cstddef>
#include <string_view>

namespace fettle::jinja {

// How far the number that starts at a digit goes, as jinja2's lexer has it: 12, 1_000, 0x1F, 0b11, 0o17, 1.5, 1e3.
struct Numeral {
    std::size_t length = 0;
    bool isFloat = false;
};
enum class Fraction { Allowed, Forbidden };
[[nodiscard]] Numeral numeralAt(std::string_view source, std::size_t at, Fraction fraction);

} // namespace fettle::jinja
