#pragma once

#include <string>
#include <string_view>

namespace fettle {

// Characters that Unicode 15 and 16 gave a category, which the expressions of the tokenizers library know
// (Oniguruma 6.9.10) and a PCRE2 before 10.45 does not: it knows Unicode 14 (UnicodeData.txt of either).

[[nodiscard]] bool holdsNewerCharacters(std::string_view text);

// The expression with these characters beside the properties of general categories that it names; itself where it names
// none. A property that is negated inside a class stays as it is.
[[nodiscard]] std::string withNewerCharacters(const std::string& expression);

} // namespace fettle
