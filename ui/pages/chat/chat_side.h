#pragma once

#include "ui/engine/chat_servers.h"
#include "ui/models/conversation_model.h"
#include "ui/models/result_ref.h"

#include <QPointer>

namespace fettle::ui {

// One model that is talked to: which, its conversation and the answer that streams.
class ChatSide : public QObject {
    Q_OBJECT
public:
    explicit ChatSide(ChatServers& servers, QObject* parent = nullptr);

    void setTarget(const ResultRef& target); // another one acts as it was trained: strength 1
    [[nodiscard]] const ResultRef& target() const { return m_target; }
    void setStrength(double strength); // of the adapter; from the next answer on
    [[nodiscard]] double strength() const { return m_strength; }
    void setSampling(const SamplingConfig& sampling) { m_sampling = sampling; }
    [[nodiscard]] bool answersAs(const ChatSide& other) const; // to the letter
    [[nodiscard]] ConversationModel& conversation() { return m_conversation; }
    [[nodiscard]] const ConversationModel& conversation() const { return m_conversation; }
    std::vector<ChatTurn> exchangeTurns(std::vector<ChatTurn> turns); // another conversation; returns this one

    // A question ready for the server, with this side's adapter and sampling.
    [[nodiscard]] ChatAsk askFor(const Json& messages) const;
    [[nodiscard]] ChatClient* openServer(); // null: no target

    void ask(const QString& text);
    void regenerate(int row);                    // this answer and all after it are replaced
    void askAgain(int row, const QString& text); // this turn and all after it are replaced
    void continueAnswer();                       // the last one, which was cut at the limit
    void render();                               // rendered() follows
    void measure(const QString& text);           // measured() follows: the conversation with this message after it
    void stop();
    [[nodiscard]] bool isStreaming() const { return m_request >= 0; }
    [[nodiscard]] double contextShare() const; // 0 to 1, after the last answer

Q_SIGNALS:
    void targetChanged();
    void strengthChanged();
    void streamingChanged();
    void loading(const QString& phase); // empty: the server is ready
    void rendered(const QString& text, const QVector<int>& ids);
    void measured(qint64 tokens, qint64 contextLength);
    void renderFailed(const fettle::Error& error);

private:
    void answer();
    void follow(ChatClient* client);
    void onToken(int id, const ChatToken& token);
    void onDone(int id, const ChatDone& done);
    void onRendered(int id, const QString& text, const QVector<int>& ids);
    void onRequestFailed(int id, const Error& error);
    void endRequest();

    ChatServers& m_servers;
    ChatLease m_lease;
    ResultRef m_target;
    double m_strength = 1;
    SamplingConfig m_sampling;
    ConversationModel m_conversation;
    QPointer<ChatClient> m_client;
    static constexpr int kNone = -1;
    int m_request = kNone, m_stopped = kNone, m_rendering = kNone, m_measuring = kNone;
    int m_stoppedRow = 0; // of the answer whose last word is awaited
    qint64 m_usedTokens = 0;
};

} // namespace fettle::ui
