#pragma once

#include <string>
#include <vector>

namespace fettle::test {

// Watches the thread that makes it: which paths does it hand to the system's file calls, whoever asks (Qt, the standard
// library, our own code), and does it connect to another machine? Works in a program that links file_calls.cpp, which
// takes the place of open, openat, fopen, opendir, stat, access and connect.
class FileCalls {
public:
    // Only paths that contain one of `places` count.
    explicit FileCalls(std::vector<std::string> places);
    ~FileCalls();
    FileCalls(const FileCalls&) = delete;
    FileCalls& operator=(const FileCalls&) = delete;

    [[nodiscard]] std::string text() const; // "open /home/runs/a; stat ..."; empty: none
};

} // namespace fettle::test
