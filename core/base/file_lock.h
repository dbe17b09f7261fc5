#pragma once

#include <filesystem>
#include <memory>

namespace fettle {

// An exclusive lock (flock) on a file, held while the object lives; the system releases it when the process ends,
// however it ends.
class FileLock {
public:
    // The file is made where it is absent. nullptr where somebody else holds it. Error{FileNotFound | FileAccess}.
    [[nodiscard]] static std::unique_ptr<FileLock> tryOn(const std::filesystem::path& file);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

} // namespace fettle
