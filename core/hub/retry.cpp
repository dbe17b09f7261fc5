#include "core/hub/retry.h"

#include <algorithm>

namespace fettle {

std::chrono::milliseconds delayAfter(int failures, std::optional<std::chrono::seconds> asked, const RetryRules& rules) {
    if (asked) return std::min<std::chrono::milliseconds>(*asked, rules.longestAsked);
    constexpr int kMostDoublings = 20;
    return std::min(rules.firstDelay * (1 << std::clamp(failures - 1, 0, kMostDoublings)), rules.longestDelay);
}

} // namespace fettle
