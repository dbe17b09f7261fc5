#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fettle::judge {

// Without white space at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
// Letters of every script made small.
[[nodiscard]] std::string folded(std::string_view text);
// Runs of letters and digits of every script, made small.
[[nodiscard]] std::vector<std::string> words(std::string_view text);

} // namespace fettle::judge
