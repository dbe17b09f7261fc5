#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace fettle {

// A read-only private mapping. Alive as long as one owner is. Error{FileNotFound | FileAccess}.
// Whoever writes to the file meanwhile cannot end the process: a page that is gone reads as zeros, and
// refuseChangedFiles() says so before a result is kept. A file that another one replaces by its name stays readable.
class MappedFile {
public:
    [[nodiscard]] static std::shared_ptr<const MappedFile> open(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const { return m_bytes; }
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] bool hasChanged() const; // size or time of the last write, since it was opened

private:
    struct Stamp {
        std::int64_t size = 0, seconds = 0, nanoseconds = 0;
        bool operator==(const Stamp&) const = default;
    };
    MappedFile(std::filesystem::path path, int descriptor);
    [[nodiscard]] Stamp stamp() const;

    std::filesystem::path m_path;
    int m_descriptor;
    Stamp m_opened;
    std::span<const std::byte> m_bytes;
};

// Error{FileAccess} naming a file that is mapped now and was written to since it was opened. To be called between
// computing something from mapped files and keeping it.
void refuseChangedFiles();

} // namespace fettle
