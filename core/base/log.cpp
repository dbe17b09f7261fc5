#include "core/base/log.h"

#include <string>
#include <unistd.h>

namespace fettle {

void logLine(std::string_view text) {
    const std::string line = std::string(text) + "\n";
    [[maybe_unused]] const ssize_t ignored = ::write(STDERR_FILENO, line.data(), line.size());
}

} // namespace fettle
