#pragma once

#include <string>
#include <vector>

namespace fettle::cli {

// Runs a program (looked for on PATH), waits for it and returns what it wrote to stdout. Its stderr is discarded. Empty
// where it cannot be started or fails.
[[nodiscard]] std::string childOutput(const std::vector<std::string>& command);

} // namespace fettle::cli
