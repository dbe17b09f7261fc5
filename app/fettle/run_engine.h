#pragma once

namespace fettle::cli {

// Becomes fettle-engine with the same arguments, stdin, stdout and process id, LibTorch found and its environment set.
// Returns an exit code only where that is impossible, after telling why.
[[nodiscard]] int runEngine(int argc, char** argv);

} // namespace fettle::cli
