#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace fettle::test {

struct HubRequest {
    std::string path;                           // with its query
    std::map<std::string, std::string> headers; // names in lower case

    // The N of "Range: bytes=N-"; 0 without one.
    [[nodiscard]] std::size_t rangeStart() const;
};

// What the server says, and how it misbehaves.
struct HubReply {
    int status = 200;
    std::string body;
    std::map<std::string, std::string> headers;
    std::optional<std::size_t> claimedLength; // Content-Length, where it is not the body's
    std::size_t cutAfter = std::string::npos; // bytes of the body; then the connection ends
    bool knowsRanges = true;                  // a request with a range gets that part of the body with 206
};

// A hub on this machine's loopback, for as long as it lives: one answer a connection, each on a thread of its own.
class HubServer {
public:
    using Answer = std::function<HubReply(const HubRequest&)>; // called on one thread at a time

    explicit HubServer(Answer answer);
    ~HubServer();
    HubServer(const HubServer&) = delete;
    HubServer& operator=(const HubServer&) = delete;

    [[nodiscard]] std::string endpoint() const; // "http://127.0.0.1:PORT"
    [[nodiscard]] std::vector<HubRequest> requests() const;
    // From now on requests for files wait until `count` of them are there, or for a second.
    void holdUntil(std::size_t count);
    [[nodiscard]] std::size_t mostTogether() const; // of those that waited

private:
    void accept();
    void serve(int connection);
    void waitForOthers(const HubRequest& request);

    Answer m_answer;
    int m_listening = -1;
    std::uint16_t m_port = 0;
    mutable std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::size_t m_waiting = 0, m_most = 0, m_wanted = 0;
    std::vector<HubRequest> m_requests;
    std::vector<std::thread> m_connections;
    std::thread m_accepting;
};

} // namespace fettle::test
