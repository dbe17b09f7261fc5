#include "ui/pages/chat/chat_side.h"

#include "ui/text/error_text.h"

namespace fettle::ui {

namespace {

TokenChoice choiceFrom(const ChatToken& token) {
    TokenChoice choice{.id = token.id, .text = token.text, .logprob = token.logprob};
    for (const LikelyToken& other : token.top)
        choice.top.push_back({.id = other.id, .token = other.token, .logprob = other.logprob});
    return choice;
}

} // namespace

ChatSide::ChatSide(ChatServers& servers, QObject* parent) : QObject(parent), m_servers(servers) {}

void ChatSide::setTarget(const ChatTarget& target) {
    if (target == m_target) return;
    if (!target.answersAs(m_target)) {
        stop();
        m_strength = 1;
    }
    m_target = target;
    Q_EMIT targetChanged();
}

std::vector<ChatTurn> ChatSide::exchangeTurns(std::vector<ChatTurn> turns) {
    stop();
    m_usedTokens = 0;
    auto before = m_conversation.exchange(std::move(turns));
    Q_EMIT streamingChanged();
    return before;
}

void ChatSide::setStrength(double strength) {
    m_strength = strength;
}

ChatAsk ChatSide::askFor(const Json& messages) const {
    ChatAsk ask{.messages = messages, .sampling = m_sampling};
    // Strength 0 is the base itself.
    if (!m_target.adapter.isEmpty() && m_strength != 0)
        ask.adapters.push_back({.path = m_target.adapter, .strength = m_strength});
    return ask;
}

ChatClient* ChatSide::openServer() {
    if (m_target.isEmpty()) return nullptr;
    ChatClient* client = m_servers.open(m_target.model);
    if (client != m_client) follow(client);
    if (!client->isReady()) Q_EMIT loading(QStringLiteral("loading"));
    return client;
}

void ChatSide::follow(ChatClient* client) {
    if (m_client != nullptr) disconnect(m_client, nullptr, this, nullptr);
    m_client = client;
    connect(client, &ChatClient::tokenArrived, this, &ChatSide::onToken);
    connect(client, &ChatClient::done, this, &ChatSide::onDone);
    connect(client, &ChatClient::rendered, this, &ChatSide::onRendered);
    connect(client, &ChatClient::requestFailed, this, &ChatSide::onRequestFailed);
    connect(client, &ChatClient::failed, this, &ChatSide::serverFailed);
    connect(client, &ChatClient::progressed, this, [this](const QString& phase) { Q_EMIT loading(phase); });
    connect(client, &ChatClient::ready, this, [this] { Q_EMIT loading({}); });
}

void ChatSide::ask(const QString& text) {
    stop();
    m_conversation.say(text);
    answer();
}

void ChatSide::regenerate() {
    stop();
    m_conversation.dropLastAnswer();
    answer();
}

void ChatSide::askAgain(int row, const QString& text) {
    stop();
    m_conversation.truncate(row);
    ask(text);
}

void ChatSide::answer() {
    ChatClient* client = openServer();
    if (client == nullptr) return;
    const Json messages = m_conversation.messages();
    m_conversation.beginAnswer();
    m_request = client->generate(askFor(messages));
    Q_EMIT streamingChanged();
}

void ChatSide::render() {
    if (ChatClient* client = openServer()) m_rendering = client->render(m_conversation.messages());
}

void ChatSide::stop() {
    if (m_request < 0) return;
    if (m_client != nullptr) m_client->cancel(m_request);
    m_conversation.endAnswer(QStringLiteral("cancelled"), 0);
    endRequest();
}

double ChatSide::contextShare() const {
    if (m_client == nullptr || m_client->contextLength() <= 0) return 0;
    return static_cast<double>(m_usedTokens) / static_cast<double>(m_client->contextLength());
}

void ChatSide::onToken(int id, const ChatToken& token) {
    if (id == m_request && m_request >= 0) m_conversation.appendToken(choiceFrom(token));
}

void ChatSide::onDone(int id, const ChatDone& done) {
    if (id != m_request || m_request < 0) return;
    m_usedTokens = done.promptTokens + done.outputTokens;
    m_conversation.endAnswer(done.stop, done.tokensPerSecond);
    endRequest();
}

void ChatSide::onRendered(int id, const QString& text, const QVector<int>& ids) {
    if (id == m_rendering) Q_EMIT rendered(text, ids);
}

void ChatSide::onRequestFailed(int id, const Error& error) {
    if (id == m_rendering && m_rendering >= 0) Q_EMIT serverFailed(error);
    if (id != m_request || m_request < 0) return;
    const QString hint = hintText(error);
    m_conversation.failAnswer(hint.isEmpty() ? errorText(error) : QStringLiteral("%1 %2").arg(errorText(error), hint));
    endRequest();
}

void ChatSide::endRequest() {
    m_request = -1;
    Q_EMIT streamingChanged();
}

} // namespace fettle::ui
