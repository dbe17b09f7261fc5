#include "ui/pages/chat/prompt_set_runner.h"

#include <utility>

namespace fettle::ui {

PromptSetRunner::PromptSetRunner(PromptSetModel& set, QObject* parent) : QObject(parent), m_set(set) {}

void PromptSetRunner::run(ChatSide& left, ChatSide& right) {
    stop();
    m_total = 0;
    m_set.clearAnswers();
    m_set.setSides(left.target().name, right.target().name);
    if (!left.answersAs(right)) send(left, PromptSetModel::Left); // nothing is generated twice
    send(right, PromptSetModel::Right);
    m_total = static_cast<int>(m_open.size());
    Q_EMIT progressed();
}

void PromptSetRunner::send(ChatSide& side, PromptSetModel::Column column) {
    ChatClient* client = side.openServer();
    if (client == nullptr) return;
    follow(client);
    const QStringList prompts = m_set.prompts();
    for (int row = 0; row < prompts.size(); ++row) {
        const Json turn = {{"role", "user"}, {"content", prompts[row].toStdString()}};
        const Json messages = Json::array({turn});
        m_open.insert({client, client->generate(side.askFor(messages))}, {row, column});
        m_set.setStatus(row, column, PromptSetModel::Status::Waiting);
    }
}

void PromptSetRunner::follow(ChatClient* client) {
    disconnect(client, nullptr, this, nullptr);
    connect(client, &ChatClient::tokenArrived, this, [this, client](int id, const ChatToken& token) {
        const auto place = m_open.constFind({client, id});
        if (place != m_open.constEnd()) m_set.appendText(place->row, place->side, token.text);
    });
    connect(client, &ChatClient::done, this, [this, client](int id) {
        close({client, id}, PromptSetModel::Status::Done);
    });
    connect(client, &ChatClient::requestFailed, this, [this, client](int id, const Error& error) {
        if (m_open.contains({client, id})) Q_EMIT failed(error);
        close({client, id}, PromptSetModel::Status::Failed);
    });
}

void PromptSetRunner::close(const Key& key, PromptSetModel::Status status) {
    const auto place = m_open.constFind(key);
    if (place == m_open.constEnd()) return;
    m_set.setStatus(place->row, place->side, status);
    m_open.erase(place);
    Q_EMIT progressed();
    if (m_open.isEmpty()) Q_EMIT finished();
}

void PromptSetRunner::stop() {
    const auto open = std::exchange(m_open, {});
    for (auto it = open.keyBegin(); it != open.keyEnd(); ++it)
        it->first->cancel(it->second);
    for (const Place& place : open)
        m_set.setStatus(place.row, place.side, PromptSetModel::Status::Failed);
    if (!open.isEmpty()) Q_EMIT finished();
}

} // namespace fettle::ui
