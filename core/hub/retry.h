#pragma once

#include <chrono>
#include <optional>

namespace fettle {

// How patient a download is: attempts that bring nothing, one after the other, before it gives up.
struct RetryRules {
    int attempts = 6;
    std::chrono::milliseconds firstDelay{1000}; // doubles with each attempt
    std::chrono::milliseconds longestDelay{30'000};
    std::chrono::milliseconds longestAsked{300'000}; // of what a server may ask for
};

// Before the attempt after `failures` vain ones. A server that names a time (Retry-After, RFC 9110; RateLimit of
// draft-ietf-httpapi-ratelimit-headers, as huggingface_hub's utils/_http.py reads it) decides.
[[nodiscard]] std::chrono::milliseconds delayAfter(int failures, std::optional<std::chrono::seconds> asked,
                                                   const RetryRules& rules);

} // namespace fettle
