#include "core/base/bounded_folder.h"

#include "core/base/files.h"

#include <algorithm>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace fettle {

namespace fs = std::filesystem;

namespace {

struct KeptFile {
    fs::path path;
    std::pair<std::int64_t, std::int64_t> lastUse; // seconds, nanoseconds
    std::uint64_t size = 0;
};

bool isKept(const std::string& name, std::string_view ending) {
    return name.ends_with(ending) || targetOfUnfinished(name).ends_with(ending);
}

std::vector<KeptFile> keptFiles(const fs::path& folder, std::string_view ending) {
    std::vector<KeptFile> files;
    std::error_code ignored;
    for (fs::directory_iterator at(folder, ignored), end; !ignored && at != end; at.increment(ignored)) {
        struct stat info {};
        if (!isKept(at->path().filename().string(), ending)) continue;
        if (::lstat(at->path().c_str(), &info) != 0 || !S_ISREG(info.st_mode)) continue;
        files.push_back(
            {at->path(), {info.st_atim.tv_sec, info.st_atim.tv_nsec}, static_cast<std::uint64_t>(info.st_size)});
    }
    return files;
}

} // namespace

// The time of last access says what is wanted; systems that keep none of their own accord (noatime) keep this one. The
// kernel's own "now" stands still between two of its ticks: uses within 4 ms would have no order.
void noteUse(const fs::path& file) {
    timespec times[2] = {{}, {.tv_nsec = UTIME_OMIT}};
    ::clock_gettime(CLOCK_REALTIME, times);
    [[maybe_unused]] const int ignored = ::utimensat(AT_FDCWD, file.c_str(), times, 0);
}

void dropLeastUsed(const fs::path& folder, std::string_view ending, std::uint64_t mostBytes) {
    std::vector<KeptFile> files = keptFiles(folder, ending);
    std::sort(files.begin(), files.end(), [](const KeptFile& a, const KeptFile& b) { return a.lastUse > b.lastUse; });
    std::uint64_t kept = 0;
    for (const KeptFile& file : files) {
        kept += file.size;
        std::error_code ignored;
        if (kept > mostBytes) fs::remove(file.path, ignored);
    }
}

} // namespace fettle
