#include "core/base/guarded_memory.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <mutex>
#include <sys/mman.h>
#include <unistd.h>

namespace fettle {

namespace {

struct Area {
    std::atomic<std::uintptr_t> begin{0}, end{0}; // 0, 0: free
};

std::array<Area, 1024> g_areas; // a fixed place: a signal handler reads it
std::mutex g_mutex;             // of those who write it
std::uintptr_t g_pageSize = 0;
struct sigaction g_previous {};

bool isGuarded(std::uintptr_t address) {
    for (const Area& area : g_areas)
        if (area.begin <= address && address < area.end) return true;
    return false;
}

void onBusError(int, siginfo_t* info, void*) {
    const int code = errno;
    const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    void* page = reinterpret_cast<void*>(address / g_pageSize * g_pageSize);
    const bool isMended = isGuarded(address) && ::mmap(page, g_pageSize, PROT_READ | PROT_WRITE,
                                                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED;
    if (!isMended) ::sigaction(SIGBUS, &g_previous, nullptr); // the instruction runs again, and meets its old end
    errno = code;
}

void watch() {
    g_pageSize = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    struct sigaction action {};
    action.sa_sigaction = onBusError;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGBUS, &action, &g_previous);
}

} // namespace

void guardMemory(std::span<const std::byte> memory) {
    static std::once_flag watching;
    std::call_once(watching, watch);
    const auto begin = reinterpret_cast<std::uintptr_t>(memory.data());
    const std::lock_guard lock(g_mutex);
    for (Area& area : g_areas)
        if (area.end == 0) {
            area.begin = begin;
            area.end = begin + memory.size();
            return;
        }
}

void unguardMemory(std::span<const std::byte> memory) {
    const auto begin = reinterpret_cast<std::uintptr_t>(memory.data());
    const std::lock_guard lock(g_mutex);
    for (Area& area : g_areas)
        if (area.begin == begin && area.end != 0) {
            area.end = 0;
            area.begin = 0;
            return;
        }
}

} // namespace fettle
