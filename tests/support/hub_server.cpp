#include "tests/support/hub_server.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cctype>
#include <chrono>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace fettle::test {

namespace {

// Everything up to the empty line; empty where the other end left.
std::string readHead(int connection) {
    std::string head;
    char byte = 0;
    while (!head.ends_with("\r\n\r\n")) {
        if (::recv(connection, &byte, 1, 0) != 1) return {};
        head += byte;
    }
    return head;
}

HubRequest parsed(const std::string& head) {
    HubRequest request;
    const std::size_t begin = head.find(' ') + 1;
    request.path = head.substr(begin, head.find(' ', begin) - begin);
    for (std::size_t line = head.find("\r\n") + 2; line < head.size() - 2; line = head.find("\r\n", line) + 2) {
        const std::size_t colon = head.find(':', line), end = head.find("\r\n", line);
        std::string name = head.substr(line, colon - line);
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
        request.headers[name] = head.substr(colon + 2, end - colon - 2);
    }
    return request;
}

// The part that was asked for, as RFC 9110 has it.
void applyRange(HubReply& reply, std::size_t start) {
    if (reply.status != 200 || !reply.knowsRanges || start == 0) return;
    const std::string size = std::to_string(reply.body.size());
    if (start >= reply.body.size()) {
        reply = {.status = 416, .headers = {{"Content-Range", "bytes */" + size}}};
        return;
    }
    reply.headers.try_emplace("Content-Range", "bytes " + std::to_string(start) + "-" +
                                                   std::to_string(reply.body.size() - 1) + "/" + size);
    reply.status = 206;
    reply.body.erase(0, start);
}

void sendAll(int connection, std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = ::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
        if (count <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
}

void sendReply(int connection, const HubReply& reply) {
    std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " x\r\nConnection: close\r\nContent-Length: " +
                       std::to_string(reply.claimedLength.value_or(reply.body.size())) + "\r\n";
    for (const auto& [name, value] : reply.headers)
        head.append(name).append(": ").append(value).append("\r\n");
    sendAll(connection, head + "\r\n");
    sendAll(connection, std::string_view(reply.body).substr(0, reply.cutAfter));
}

} // namespace

std::size_t HubRequest::rangeStart() const {
    const auto found = headers.find("range");
    return found == headers.end() ? 0 : std::stoul(found->second.substr(found->second.find('=') + 1));
}

HubServer::HubServer(Answer answer) : m_answer(std::move(answer)) {
    sockaddr_in address{.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof address;
    auto* place = reinterpret_cast<sockaddr*>(&address);
    m_listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_listening, place, size) != 0 || ::listen(m_listening, SOMAXCONN) != 0 ||
        ::getsockname(m_listening, place, &size) != 0)
        throw std::runtime_error("no port on the loopback");
    m_port = ntohs(address.sin_port);
    m_accepting = std::thread([this] { accept(); });
}

HubServer::~HubServer() {
    ::shutdown(m_listening, SHUT_RDWR);
    m_accepting.join();
    holdUntil(0);
    for (std::thread& connection : m_connections)
        connection.join();
    ::close(m_listening);
}

std::string HubServer::endpoint() const {
    return "http://127.0.0.1:" + std::to_string(m_port);
}

std::vector<HubRequest> HubServer::requests() const {
    const std::scoped_lock lock(m_mutex);
    return m_requests;
}

void HubServer::holdUntil(std::size_t count) {
    const std::scoped_lock lock(m_mutex);
    m_wanted = count;
    m_arrived.notify_all();
}

std::size_t HubServer::mostTogether() const {
    const std::scoped_lock lock(m_mutex);
    return m_most;
}

void HubServer::accept() {
    for (;;) {
        const int connection = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) return;
        m_connections.emplace_back([this, connection] { serve(connection); });
    }
}

void HubServer::serve(int connection) {
    if (const std::string head = readHead(connection); !head.empty()) {
        const HubRequest request = parsed(head);
        waitForOthers(request);
        HubReply reply;
        {
            const std::scoped_lock lock(m_mutex);
            m_requests.push_back(request);
            reply = m_answer(request);
        }
        applyRange(reply, request.rangeStart());
        sendReply(connection, reply);
    }
    ::close(connection);
}

void HubServer::waitForOthers(const HubRequest& request) {
    if (request.path.find("/resolve/") == std::string::npos) return;
    std::unique_lock lock(m_mutex);
    m_most = std::max(m_most, ++m_waiting);
    m_arrived.notify_all();
    m_arrived.wait_for(lock, std::chrono::seconds(1), [this] { return m_most >= m_wanted; });
    --m_waiting;
}

} // namespace fettle::test
