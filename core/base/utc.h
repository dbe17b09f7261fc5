#pragma once

#include <string>

namespace fettle {

// "2026-01-31T23:59:59Z"
[[nodiscard]] std::string utcNow();

} // namespace fettle
