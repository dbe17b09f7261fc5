#pragma once

#include <filesystem>
#include <string_view>

namespace fettle {

// One line for people on stderr, written whole with one system call. Machine output never goes through here.
void logLine(std::string_view text);

// While it lives, each line goes to the end of a file as well, with the UTC time before it. One at a time; a file that
// cannot be written to is left alone.
class LogCopy {
public:
    explicit LogCopy(const std::filesystem::path& file);
    ~LogCopy();
    LogCopy(const LogCopy&) = delete;
    LogCopy& operator=(const LogCopy&) = delete;
};

} // namespace fettle
