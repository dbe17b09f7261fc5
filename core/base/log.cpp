#include "core/base/log.h"

#include "core/base/utc.h"

#include <atomic>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace fettle {

namespace {

std::atomic<int> copy{-1}; // descriptor of the file that takes each line as well

void writeTo(int descriptor, const std::string& line) {
    [[maybe_unused]] const ssize_t ignored = ::write(descriptor, line.data(), line.size());
}

} // namespace

void logLine(std::string_view text) {
    const std::string line = std::string(text) + "\n";
    writeTo(STDERR_FILENO, line);
    if (const int file = copy; file >= 0) writeTo(file, utcNow() + " " + line);
}

LogCopy::LogCopy(const std::filesystem::path& file) {
    copy = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0644);
}

LogCopy::~LogCopy() {
    if (const int file = copy.exchange(-1); file >= 0) ::close(file);
}

} // namespace fettle
