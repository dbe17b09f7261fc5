#include "ui/engine/chat_servers.h"

#include <algorithm>
#include <utility>

namespace fettle::ui {

struct ChatServers::Server {
    std::unique_ptr<ChatClient> client;
    QTimer patience; // runs while nobody holds a lease
    int users = 0;
};

struct ChatLease::Seat {
    Seat(ChatServers& owner, QString of) : servers(&owner), model(std::move(of)) {}
    ~Seat() {
        if (servers != nullptr) servers->release(model);
    }
    Seat(const Seat&) = delete;
    Seat& operator=(const Seat&) = delete;

    QPointer<ChatServers> servers;
    QString model;
};

ChatServers::ChatServers(EngineProgram program, OptionsOf optionsOf, int patienceMilliseconds, QObject* parent)
    : QObject(parent), m_program(std::move(program)), m_optionsOf(std::move(optionsOf)),
      m_patienceMilliseconds(patienceMilliseconds) {}

ChatServers::~ChatServers() = default;

ChatLease ChatServers::lease(const QString& model) {
    std::shared_ptr<Server>& server = m_servers[model];
    if (!server) {
        server = std::make_shared<Server>();
        server->client = std::make_unique<ChatClient>(m_program);
        server->patience.setSingleShot(true);
        server->patience.setInterval(m_patienceMilliseconds);
        connect(
            &server->patience, &QTimer::timeout, this, [this, model] { endUnused(model); }, Qt::QueuedConnection);
        connect(server->client.get(), &ChatClient::failed, this,
                [this, model](const Error& error) { Q_EMIT failed(model, error); });
    }
    ++server->users;
    server->patience.stop();
    ChatLease lease;
    lease.m_seat = std::make_shared<ChatLease::Seat>(*this, model);
    return lease;
}

void ChatServers::release(const QString& model) {
    Server& server = *m_servers.value(model);
    if (--server.users == 0) server.patience.start();
}

void ChatServers::endUnused(const QString& model) {
    if (const auto server = m_servers.value(model); server && server->users == 0) m_servers.remove(model);
}

ChatClient* ChatServers::started(const QString& model) {
    ChatClient& client = *m_servers.value(model)->client;
    if (!client.isReady() && !client.isStarting()) client.start(m_optionsOf(model));
    return &client;
}

int ChatServers::running() const {
    return static_cast<int>(std::ranges::count_if(
        m_servers, [](const auto& server) { return server->client->isReady() || server->client->isStarting(); }));
}

bool ChatLease::isOf(const QString& model) const {
    return m_seat != nullptr && m_seat->model == model;
}

ChatClient* ChatLease::client() const {
    return m_seat == nullptr || m_seat->servers == nullptr ? nullptr : m_seat->servers->started(m_seat->model);
}

} // namespace fettle::ui
