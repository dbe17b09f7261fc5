#pragma once

#include "ui/models/conversation_model.h"
#include "ui/pages/chat/chat_servers.h"
#include "ui/pages/chat_target.h"

#include <QPointer>

namespace fettle::ui {

// One side of a comparison: a target, its conversation and the answer that streams.
class ChatSide : public QObject {
    Q_OBJECT
public:
    explicit ChatSide(ChatServers& servers, QObject* parent = nullptr);

    void setTarget(const ChatTarget& target); // another one acts as it was trained: strength 1
    [[nodiscard]] const ChatTarget& target() const { return m_target; }
    void setStrength(double strength); // of the adapter; from the next answer on
    [[nodiscard]] double strength() const { return m_strength; }
    void setSampling(const SamplingConfig& sampling) { m_sampling = sampling; }
    [[nodiscard]] ConversationModel& conversation() { return m_conversation; }
    std::vector<ChatTurn> exchangeTurns(std::vector<ChatTurn> turns); // another conversation; returns this one

    // A question ready for the server, with this side's adapter and sampling.
    [[nodiscard]] ChatAsk askFor(const Json& messages) const;
    [[nodiscard]] ChatClient* openServer(); // null: no target

    void ask(const QString& text);
    void regenerate();
    void askAgain(int row, const QString& text); // this turn and all after it are replaced
    void render();                               // rendered() follows
    void stop();
    [[nodiscard]] bool isStreaming() const { return m_request >= 0; }
    [[nodiscard]] double contextShare() const; // 0 to 1, after the last answer

Q_SIGNALS:
    void targetChanged();
    void streamingChanged();
    void loading(const QString& phase); // empty: the server is ready
    void rendered(const QString& text, const QVector<int>& ids);
    void serverFailed(const fettle::Error& error);

private:
    void answer();
    void follow(ChatClient* client);
    void onToken(int id, const ChatToken& token);
    void onDone(int id, const ChatDone& done);
    void onRendered(int id, const QString& text, const QVector<int>& ids);
    void onRequestFailed(int id, const Error& error);
    void endRequest();

    ChatServers& m_servers;
    ChatTarget m_target;
    double m_strength = 1;
    SamplingConfig m_sampling;
    ConversationModel m_conversation;
    QPointer<ChatClient> m_client;
    int m_request = -1, m_rendering = -1; // -1: none
    qint64 m_usedTokens = 0;
};

} // namespace fettle::ui
