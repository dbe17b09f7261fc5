#include "core/hub/attempt.h"

#include "core/hub/certificates.h"
#include "core/hub/hub_errors.h"

#include <algorithm>
#include <array>

namespace fettle {

namespace {

constexpr long kConnectSeconds = 20;
constexpr long kStallSeconds = 30; // without a byte
constexpr long kMostRedirects = 10;
constexpr long kBufferBytes = 512 * 1024;
constexpr std::size_t kLargestRefusal = std::size_t{1} << 20;

// Nothing of this becomes better by waiting.
bool isLasting(CURLcode code) {
    constexpr std::array kLasting = {CURLE_URL_MALFORMAT,        CURLE_UNSUPPORTED_PROTOCOL,
                                     CURLE_TOO_MANY_REDIRECTS,   CURLE_PEER_FAILED_VERIFICATION,
                                     CURLE_SSL_CACERT_BADFILE,   CURLE_OUT_OF_MEMORY,
                                     CURLE_COULDNT_RESOLVE_PROXY};
    return std::ranges::find(kLasting, code) != kLasting.end();
}

} // namespace

Attempt::Attempt(CURLM* multi, const Fetch& fetch, const FetchRules& rules)
    : m_multi(multi), m_fetch(fetch), m_rules(rules), m_curl(curl_easy_init()), m_from(fetch.sink->received()) {
    if (m_curl == nullptr) throw std::bad_alloc();
    setRequest();
    setCallbacks();
    trustUsualAuthorities(m_curl.get());
    curl_multi_add_handle(m_multi, m_curl.get());
}

Attempt::~Attempt() {
    curl_multi_remove_handle(m_multi, m_curl.get());
}

void Attempt::setRequest() {
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_curl.get(), option, value); };
    set(CURLOPT_URL, m_fetch.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, kMostRedirects);
    set(CURLOPT_REDIR_PROTOCOLS_STR, m_fetch.url.starts_with("https:") ? "https" : "http,https");
    set(CURLOPT_USERAGENT, "fettle");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    set(CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(CURLOPT_LOW_SPEED_TIME, kStallSeconds);
    set(CURLOPT_BUFFERSIZE, kBufferBytes);
    if (m_from > 0) set(CURLOPT_RANGE, (std::to_string(m_from) + "-").c_str());
    // libcurl sends it to the first host, port and protocol only (CURLOPT_UNRESTRICTED_AUTH is off).
    if (m_rules.settings.token.empty()) return;
    set(CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
    set(CURLOPT_XOAUTH2_BEARER, m_rules.settings.token.c_str());
}

void Attempt::setCallbacks() {
    curl_easy_setopt(m_curl.get(), CURLOPT_HEADERFUNCTION, &Attempt::onHeader);
    curl_easy_setopt(m_curl.get(), CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_curl.get(), CURLOPT_WRITEFUNCTION, &Attempt::onBytes);
    curl_easy_setopt(m_curl.get(), CURLOPT_WRITEDATA, this);
}

std::size_t Attempt::onHeader(char* text, std::size_t size, std::size_t count, void* attempt) {
    static_cast<Attempt*>(attempt)->m_answer.takeHeader({text, size * count});
    return size * count;
}

std::size_t Attempt::onBytes(char* bytes, std::size_t size, std::size_t count, void* attempt) {
    auto* self = static_cast<Attempt*>(attempt);
    try {
        return self->take(std::as_bytes(std::span(bytes, size * count))) ? size * count : CURL_WRITEFUNC_ERROR;
    } catch (...) {
        self->m_thrown = std::current_exception();
        return CURL_WRITEFUNC_ERROR;
    }
}

bool Attempt::take(std::span<const std::byte> bytes) {
    if (!m_answer.isContent()) return (m_ignoredBytes += bytes.size()) <= kLargestRefusal;
    if (!begin()) return false;
    m_isWrong = !m_fetch.sink->append(bytes);
    return !m_isWrong;
}

// A server that does not know ranges sends the whole again; one that sends another range has sent nothing.
bool Attempt::begin() {
    if (m_hasBegun) return true;
    m_hasBegun = true;
    const bool isRest = m_answer.status == 206;
    if (!isRest && m_from > 0) m_fetch.sink->restart();
    m_isWrong = isRest && m_answer.rangeStart != m_from;
    return !m_isWrong;
}

AttemptEnd Attempt::end(CURLcode code) {
    if (m_thrown) std::rethrow_exception(m_thrown);
    if (m_answer.isContent()) return endOfContent(code);
    if (m_answer.status != 0 && (code == CURLE_OK || m_ignoredBytes > kLargestRefusal)) return endOfRefusal();
    return {.kind = isLasting(code) ? AttemptEnd::Kind::Never : AttemptEnd::Kind::Again,
            .error = unreachable(curl_easy_strerror(code), m_fetch, m_rules),
            .wasAnswered = m_answer.status != 0};
}

// A sink that knows its size is whole whatever the server said of the length.
AttemptEnd Attempt::endOfContent(CURLcode code) {
    const bool isEnd = code == CURLE_OK || m_fetch.sink->received() > 0;
    const Sink::State state = m_isWrong ? Sink::State::Wrong : isEnd ? m_fetch.sink->settle() : Sink::State::Short;
    if (state == Sink::State::Whole) return {.kind = AttemptEnd::Kind::Whole, .wasAnswered = true};
    if (state == Sink::State::Wrong) {
        m_fetch.sink->restart();
        return {.kind = AttemptEnd::Kind::AgainFromStart, .error = wrongContent(m_fetch, m_rules), .wasAnswered = true};
    }
    const char* words = code == CURLE_OK ? "the server sent too little" : curl_easy_strerror(code);
    return {.kind = AttemptEnd::Kind::Again, .error = unreachable(words, m_fetch, m_rules), .wasAnswered = true};
}

AttemptEnd Attempt::endOfRefusal() {
    AttemptEnd end{.kind = AttemptEnd::Kind::Never,
                   .error = refusalOf(m_answer, m_fetch, m_rules),
                   .askedFor = m_answer.status == 429 ? m_answer.askedFor : std::nullopt,
                   .wasAnswered = true};
    curl_off_t seconds = 0;
    if (curl_easy_getinfo(m_curl.get(), CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK && seconds > 0)
        end.askedFor = std::chrono::seconds(seconds);
    if (m_answer.isPassing()) end.kind = AttemptEnd::Kind::Again;
    if (m_answer.status == 416 && m_from > 0) {
        m_fetch.sink->restart();
        end.kind = AttemptEnd::Kind::Again;
    }
    return end;
}

} // namespace fettle
