#pragma once

namespace fettle {

// Fettle's version and a hash of the sources that make tokens, written by packaging/cmake/WriteTextCode.cmake.
extern const char* const kTextCode;

} // namespace fettle
