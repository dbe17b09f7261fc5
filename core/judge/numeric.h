#pragma once

#include <optional>
#include <string_view>

namespace fettle::judge {

// The last number that stands in the text, as gsm8k's answers end ("#### 1,234"); nothing where there is none.
[[nodiscard]] std::optional<double> lastNumber(std::string_view text);

} // namespace fettle::judge
