#include "tests/support/file_calls.h"

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdarg>
#include <cstdio>
#include <pthread.h>

namespace {

bool isWatching = false;
pthread_t watched;
std::vector<std::string> places;
std::vector<std::string> calls;

void note(const char* call, const char* path) {
    if (!isWatching || path == nullptr || !pthread_equal(pthread_self(), watched)) return;
    isWatching = false; // what is done here is not watched
    const std::string text = path;
    for (const std::string& place : places)
        if (text.find(place) != std::string::npos) {
            calls.push_back(std::string(call) + " " + text);
            break;
        }
    isWatching = true;
}

template <class Function>
Function* real(Function*, const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

mode_t modeOf(int flags, va_list list) {
    return (flags & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg(list, mode_t) : 0;
}

} // namespace

// The C library's own names, found before it by every library of the program.
extern "C" {

#define FETTLE_OPEN(name, parameters, arguments)                                                                       \
    int name parameters {                                                                                              \
        va_list list;                                                                                                  \
        va_start(list, flags);                                                                                         \
        const mode_t mode = modeOf(flags, list);                                                                       \
        va_end(list);                                                                                                  \
        note(#name, path);                                                                                             \
        static auto* const next = real(name, #name);                                                                   \
        return next arguments;                                                                                         \
    }
FETTLE_OPEN(open, (const char* path, int flags, ...), (path, flags, mode))
FETTLE_OPEN(open64, (const char* path, int flags, ...), (path, flags, mode))
FETTLE_OPEN(openat, (int folder, const char* path, int flags, ...), (folder, path, flags, mode))
FETTLE_OPEN(openat64, (int folder, const char* path, int flags, ...), (folder, path, flags, mode))

#define FETTLE_CALL(result, name, path, parameters, arguments)                                                         \
    result name parameters {                                                                                           \
        note(#name, path);                                                                                             \
        static auto* const next = real(name, #name);                                                                   \
        return next arguments;                                                                                         \
    }
FETTLE_CALL(FILE*, fopen, path, (const char* path, const char* mode), (path, mode))
FETTLE_CALL(FILE*, fopen64, path, (const char* path, const char* mode), (path, mode))
FETTLE_CALL(DIR*, opendir, path, (const char* path), (path))
FETTLE_CALL(int, stat, path, (const char* path, struct stat* facts), (path, facts))
FETTLE_CALL(int, stat64, path, (const char* path, struct stat64* facts), (path, facts))
FETTLE_CALL(int, lstat, path, (const char* path, struct stat* facts), (path, facts))
FETTLE_CALL(int, access, path, (const char* path, int mode), (path, mode))
FETTLE_CALL(int, mkdir, path, (const char* path, mode_t mode), (path, mode))
FETTLE_CALL(int, unlink, path, (const char* path), (path))
FETTLE_CALL(int, rename, from, (const char* from, const char* to), (from, to))
FETTLE_CALL(int, statx, path,
            (int folder, const char* __restrict path, int flags, unsigned mask, struct statx* __restrict facts),
            (folder, path, flags, mask, facts))

int connect(int socket, const sockaddr* address, socklen_t size) {
    if (address->sa_family != AF_UNIX) note("connect", "another machine");
    static auto* const next = real(connect, "connect");
    return next(socket, address, size);
}
}

namespace fettle::test {

FileCalls::FileCalls(std::vector<std::string> wanted) {
    places = std::move(wanted);
    places.emplace_back("another machine");
    calls.clear();
    watched = pthread_self();
    isWatching = true;
}

FileCalls::~FileCalls() {
    isWatching = false;
}

std::string FileCalls::text() const {
    isWatching = false;
    std::string all;
    for (const std::string& call : calls)
        all += (all.empty() ? "" : "; ") + call;
    isWatching = true;
    return all;
}

} // namespace fettle::test
