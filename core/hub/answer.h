#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fettle {

// The head of a server's answer, as far as a download needs it.
struct Answer {
    long status = 0;                              // 0: there was none
    std::optional<std::uint64_t> rangeStart;      // Content-Range: "bytes START-..."
    std::optional<std::chrono::seconds> askedFor; // to wait: the t of RateLimit
    std::string errorCode, errorMessage;          // X-Error-Code, X-Error-Message: the hub's own

    // Line by line; a status line begins anew, since redirects have heads as well.
    void takeHeader(std::string_view line);

    [[nodiscard]] bool isContent() const { return status == 200 || status == 206; }
    [[nodiscard]] bool isPassing() const; // worth another attempt
};

} // namespace fettle
