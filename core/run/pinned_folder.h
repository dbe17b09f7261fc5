#pragma once

#include <filesystem>

namespace fettle {

// Remembers which folder a path named, so that nothing is written to another one of that name, or to one that would
// have to be made anew, after somebody moved or removed it.
class PinnedFolder {
public:
    // Error{FileNotFound | FileAccess}.
    explicit PinnedFolder(std::filesystem::path path);
    ~PinnedFolder();
    PinnedFolder(const PinnedFolder&) = delete;
    PinnedFolder& operator=(const PinnedFolder&) = delete;

    // Error{FileNotFound} where the path no longer names that folder.
    void refuseMoved() const;

private:
    std::filesystem::path m_path;
    int m_descriptor; // while it is open, no other folder gets the same number
};

} // namespace fettle
