#pragma once

#include "core/base/error.h"
#include "core/hub/answer.h"
#include "core/hub/fetch.h"

#include <curl/curl.h>
#include <exception>
#include <memory>
#include <optional>

namespace fettle {

// How an attempt ended. What a sink threw leaves Attempt::end() itself.
struct AttemptEnd {
    enum class Kind { Whole, Again, AgainFromStart, Never } kind = Kind::Whole;
    std::optional<Error> error;                   // of any other than Whole
    std::optional<std::chrono::seconds> askedFor; // to wait
    bool wasAnswered = false;
};

// One request of libcurl's for what a sink lacks.
class Attempt {
public:
    Attempt(CURLM* multi, const Fetch& fetch, const FetchRules& rules);
    ~Attempt();
    Attempt(const Attempt&) = delete;
    Attempt& operator=(const Attempt&) = delete;

    [[nodiscard]] const CURL* handle() const { return m_curl.get(); }
    [[nodiscard]] AttemptEnd end(CURLcode code); // once the transfer is over

private:
    struct Free {
        void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    };
    void setRequest();
    void setCallbacks();
    [[nodiscard]] bool take(std::span<const std::byte> bytes);
    [[nodiscard]] bool begin(); // before the first byte
    [[nodiscard]] AttemptEnd endOfContent(CURLcode code);
    [[nodiscard]] AttemptEnd endOfRefusal();

    static std::size_t onHeader(char* text, std::size_t size, std::size_t count, void* attempt);
    static std::size_t onBytes(char* bytes, std::size_t size, std::size_t count, void* attempt);

    CURLM* m_multi;
    const Fetch& m_fetch;
    const FetchRules& m_rules;
    std::unique_ptr<CURL, Free> m_curl;
    Answer m_answer;
    std::uint64_t m_from;           // the first byte that was asked for
    std::size_t m_ignoredBytes = 0; // of an answer that is no content
    bool m_hasBegun = false, m_isWrong = false;
    std::exception_ptr m_thrown; // by the sink; libcurl's C code cannot be thrown through
};

} // namespace fettle
