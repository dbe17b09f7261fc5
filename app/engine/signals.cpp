#include "app/engine/signals.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace fettle::engine {

namespace {

// A handler has no other way to reach anything.
CancelFlag interrupted;
int wakePipe[2] = {-1, -1};

void onSignal(int) {
    const int code = errno;
    interrupted.request();
    [[maybe_unused]] const ssize_t written = ::write(wakePipe[1], "", 1);
    errno = code;
}

void obey(int signal) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) != 0 || (signal == SIGHUP && action.sa_handler == SIG_IGN)) return;
    action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, nullptr);
}

} // namespace

CancelFlag& interruptFlag() {
    static const bool isReady = [] {
        if (::pipe2(wakePipe, O_CLOEXEC | O_NONBLOCK) != 0) wakePipe[0] = wakePipe[1] = -1;
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            obey(signal);
        return true;
    }();
    (void)isReady;
    return interrupted;
}

int interruptDescriptor() {
    (void)interruptFlag();
    return wakePipe[0];
}

} // namespace fettle::engine
