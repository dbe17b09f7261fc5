#include "core/bench/timer.h"

#include "core/device/device.h"

#include <algorithm>
#include <chrono>
#include <vector>

namespace fettle {

double medianSeconds(int runs, const at::Device& device, const std::function<void()>& work) {
    const auto timed = [&] {
        const auto start = std::chrono::steady_clock::now();
        work();
        backendOf(device).synchronize(device.index());
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    (void)timed();
    std::vector<double> seconds;
    for (int run = 0; run < runs; ++run)
        seconds.push_back(timed());
    std::nth_element(seconds.begin(), seconds.begin() + runs / 2, seconds.end());
    return seconds[static_cast<std::size_t>(runs / 2)];
}

} // namespace fettle
