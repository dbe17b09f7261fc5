#pragma once

#include <string_view>

namespace fettle {

// One line for people on stderr, written whole with one system call. Machine output never goes through here.
void logLine(std::string_view text);

} // namespace fettle
