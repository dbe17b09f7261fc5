#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace fettle::fuzz {

// Whatever the bytes are, the work succeeds or ends with an Error; anything else is a find.
template <class Work>
int tried(const Work& work) {
    try {
        work();
    } catch (const Error&) {
    }
    return 0;
}

inline std::string textOf(const std::uint8_t* bytes, std::size_t count) {
    return {reinterpret_cast<const char*>(bytes), count};
}

// A file of this process that each input is written to, for readers that take a path.
inline std::filesystem::path written(const std::uint8_t* bytes, std::size_t count, const std::string& name) {
    static const std::filesystem::path folder = [] {
        auto path = std::filesystem::temp_directory_path() / ("fettle-fuzz-" + std::to_string(getpid()));
        std::filesystem::create_directories(path);
        return path;
    }();
    std::ofstream(folder / name, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(count));
    return folder / name;
}

} // namespace fettle::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count);
