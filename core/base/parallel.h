#pragma once

#include "core/base/cancel.h"

#include <cstdint>
#include <functional>

namespace fettle {

using ProgressCallback = std::function<void(std::int64_t done, std::int64_t total)>;

// Calls on at most every hundredth of the way: a data set of a million rows must not write a million lines.
[[nodiscard]] ProgressCallback everyPercent(ProgressCallback progress);

// How a long piece of work is done and watched; nothing here changes its result.
struct Work {
    ProgressCallback progress;        // on the calling thread, `done` never falls; what it throws ends the work
    const CancelFlag* stop = nullptr; // looked at between units of work: Cancelled
    int threads = 0;                  // 0: usableCores()
};

// Calls `unit` once for each of 0 .. count - 1, on several threads, the calling one among them. Of what the units
// throw, that of the lowest one leaves, whatever the number of threads; some units above it may have run.
void forEachIndex(std::int64_t count, const Work& work, const std::function<void(std::int64_t)>& unit);

} // namespace fettle
