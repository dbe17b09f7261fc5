#pragma once

#include <string>

namespace fettle {

// The versions of ICU and PCRE2 that this process runs with, and of the Unicode tables in them: what a letter is, and
// with it where a text is cut, is theirs to say.
[[nodiscard]] std::string textLibraries();

} // namespace fettle
