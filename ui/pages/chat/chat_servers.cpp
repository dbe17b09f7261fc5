#include "ui/pages/chat/chat_servers.h"

#include <utility>

namespace fettle::ui {

ChatServers::ChatServers(EngineProgram program, const Settings& settings, const RunController& training,
                         QObject* parent)
    : QObject(parent), m_program(std::move(program)), m_settings(settings), m_training(training) {}

ChatServerOptions ChatServers::optionsFor(const QString& model) const {
    const QString device = m_settings.device();
    return {.model = model,
            .device = device == QLatin1String("auto") ? QString() : device,
            // A training run keeps its speed beside a chat.
            .threads = isActive(m_training.state()) ? 1 : m_settings.threads()};
}

ChatClient* ChatServers::open(const QString& model) {
    ChatClient*& client = m_clients[model];
    if (client == nullptr) client = new ChatClient(m_program, this);
    if (!client->isReady() && !client->isStarting()) client->start(optionsFor(model));
    return client;
}

void ChatServers::keepOnly(const QStringList& models) {
    for (auto it = m_clients.begin(); it != m_clients.end();) {
        if (models.contains(it.key())) {
            ++it;
            continue;
        }
        it.value()->stop();
        it.value()->deleteLater();
        it = m_clients.erase(it);
    }
}

} // namespace fettle::ui
