#pragma once

#include "ui/engine/chat_client.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace fettle::ui {

class ChatLease;

// One engine process a base model, shared by all who hold a lease on it. It starts with the first request and ends by
// itself, without anybody waiting, a while after the last lease is gone.
class ChatServers : public QObject {
    Q_OBJECT
public:
    using OptionsOf = std::function<ChatServerOptions(const QString& model)>; // asked at each start
    static constexpr int kPatienceMilliseconds = 20'000; // who comes back soon does not wait for the model again

    ChatServers(EngineProgram program, OptionsOf optionsOf, int patienceMilliseconds = kPatienceMilliseconds,
                QObject* parent = nullptr);
    ~ChatServers() override;

    [[nodiscard]] ChatLease lease(const QString& model);
    [[nodiscard]] int running() const; // servers that have a process

Q_SIGNALS:
    void failed(const QString& model, const fettle::Error& error); // a server that died or could not load

private:
    friend class ChatLease;
    struct Server;
    [[nodiscard]] ChatClient* started(const QString& model);
    void release(const QString& model);
    void endUnused(const QString& model);

    EngineProgram m_program;
    OptionsOf m_optionsOf;
    int m_patienceMilliseconds;
    QHash<QString, std::shared_ptr<Server>> m_servers;
};

// A share in the server of one base model. Copies are shares of their own; an empty one holds nothing.
class ChatLease {
public:
    ChatLease() = default;

    [[nodiscard]] bool isOf(const QString& model) const;
    // The server, started where it does not run; null: an empty lease, or all servers are gone.
    [[nodiscard]] ChatClient* client() const;

private:
    friend class ChatServers;
    struct Seat;
    std::shared_ptr<Seat> m_seat;
};

} // namespace fettle::ui
