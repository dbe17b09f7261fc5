#include "app/engine/signals.h"

#include <csignal>

namespace fettle::engine {

namespace {

// A handler has no other way to reach anything.
CancelFlag interrupted;

void onSignal(int) {
    interrupted.request();
}

} // namespace

const CancelFlag& interruptFlag() {
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    return interrupted;
}

} // namespace fettle::engine
