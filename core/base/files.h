#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace fettle {

// The one door to files for reading: a descriptor that the caller closes. Pipes, sockets, devices and folders are
// refused, since reading from them may never end. Error{FileNotFound | FileAccess}.
[[nodiscard]] int openForReading(const std::filesystem::path& file);

// The same for a file that grows at its end; it is made where it is absent. Error{FileNotFound | FileAccess}.
[[nodiscard]] int openForAppending(const std::filesystem::path& file);

// Whole file. Error{FileNotFound | FileAccess}.
[[nodiscard]] std::string readFile(const std::filesystem::path& file);

// Temporary name in the same folder, fsync, rename, fsync of the folder: readers see the old or the new file,
// never half of one. Error{DiskFull | FileAccess}; the temporary file is removed.
void writeFileAtomically(const std::filesystem::path& file, std::string_view content);

enum class Readers { Everyone, Owner };

// A file under construction, for content that is not held in memory: append, then commit(). Without commit() the
// temporary file is removed.
class AtomicFile {
public:
    explicit AtomicFile(std::filesystem::path target, Readers readers = Readers::Everyone);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void append(const void* bytes, std::size_t count);
    void commit();

private:
    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    int m_descriptor = -1;
};

// Of all regular files in a folder and below.
[[nodiscard]] std::uintmax_t bytesBelow(const std::filesystem::path& folder);

// Creates the folder and its parents. Error{FileAccess | DiskFull}.
void makeFolder(const std::filesystem::path& folder);
// The same; what has to be created is its owner's alone (mode 0700).
void makePrivateFolder(const std::filesystem::path& folder);

// fsync of a folder, so that a rename inside it survives a crash.
void syncFolder(const std::filesystem::path& folder);

// Builds a folder under a temporary name and renames it into place, so that nobody sees it half written.
class AtomicFolder {
public:
    explicit AtomicFolder(std::filesystem::path target);
    ~AtomicFolder();
    AtomicFolder(const AtomicFolder&) = delete;
    AtomicFolder& operator=(const AtomicFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_temporary; } // where to write
    void commit();                                                                  // an existing target is replaced

private:
    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    bool m_committed = false;
};

// What a killed AtomicFile or AtomicFolder leaves behind carries the name of its target: "step-3" of the temporary name
// ".step-3.4711-0.tmp"; empty for any other name.
[[nodiscard]] std::string targetOfUnfinished(const std::string& name);

// Deletes a folder with all that is in it, under a temporary name, so that nobody sees half of it. What cannot be
// deleted stays.
void removeWhole(const std::filesystem::path& folder);

// $XDG_DATA_HOME/fettle, else ~/.local/share/fettle.
[[nodiscard]] std::filesystem::path dataHome();
// For what can be made again: $XDG_CACHE_HOME/fettle, else ~/.cache/fettle; empty where there is no home.
[[nodiscard]] std::filesystem::path cacheHome();

// The running program's own file.
[[nodiscard]] std::filesystem::path programPath();

// Turns errno into DiskFull, FileNotFound or FileAccess with the file and the system's own words.
[[noreturn]] void throwSystemError(const std::string& action, const std::filesystem::path& file, int code);

} // namespace fettle
