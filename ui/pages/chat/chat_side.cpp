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

void ChatSide::setTarget(const ResultRef& target) {
    if (target == m_target) return;
    if (!target.answersAs(m_target)) {
        stop();
        m_strength = 1;
    }
    m_target = target;
    if (!m_lease.isOf(target.weights())) m_lease = {};
    Q_EMIT targetChanged();
}

bool ChatSide::answersAs(const ChatSide& other) const {
    return m_target.answersAs(other.m_target) && (m_target.adapter().isEmpty() || m_strength == other.m_strength);
}

std::vector<ChatTurn> ChatSide::exchangeTurns(std::vector<ChatTurn> turns) {
    stop();
    m_stopped = kNone;
    m_usedTokens = 0;
    auto before = m_conversation.exchange(std::move(turns));
    Q_EMIT streamingChanged();
    return before;
}

void ChatSide::setStrength(double strength) {
    m_strength = strength;
    Q_EMIT strengthChanged();
}

ChatAsk ChatSide::askFor(const Json& messages) const {
    ChatAsk ask{.messages = messages, .sampling = m_sampling};
    // Strength 0 is the base itself.
    if (m_target.kind == ResultRef::Kind::Adapter && m_strength != 0)
        ask.adapters.push_back({.path = m_target.path, .strength = m_strength});
    return ask;
}

ChatClient* ChatSide::openServer() {
    if (m_target.isEmpty()) return nullptr;
    if (!m_lease.isOf(m_target.weights())) m_lease = m_servers.lease(m_target.weights());
    ChatClient* client = m_lease.client();
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
    connect(client, &ChatClient::failed, this, [this] { Q_EMIT loading({}); });
    connect(client, &ChatClient::progressed, this, [this](const QString& phase) { Q_EMIT loading(phase); });
    connect(client, &ChatClient::ready, this, [this] { Q_EMIT loading({}); });
}

void ChatSide::ask(const QString& text) {
    stop();
    m_conversation.say(text);
    answer();
}

void ChatSide::regenerate(int row) {
    stop();
    m_conversation.truncate(row);
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
    const ChatAsk ask = askFor(m_conversation.messages());
    m_conversation.beginAnswer(m_target.adapter().isEmpty() ? 1 : m_strength);
    m_request = client->generate(ask);
    Q_EMIT streamingChanged();
}

void ChatSide::continueAnswer() {
    stop();
    ChatClient* client = openServer();
    if (client == nullptr) return;
    ChatAsk ask = askFor(m_conversation.messages());
    ask.continuesLast = true;
    m_conversation.resumeAnswer();
    m_request = client->generate(ask);
    Q_EMIT streamingChanged();
}

void ChatSide::render() {
    if (ChatClient* client = openServer()) m_rendering = client->render(m_conversation.messages());
}

void ChatSide::measure(const QString& text) {
    ChatClient* client = openServer();
    if (client == nullptr) return;
    Json messages = m_conversation.messages();
    messages.push_back({{"role", "user"}, {"content", text.toStdString()}});
    m_measuring = client->render(messages);
}

// The server's last word comes later, with what the answer had cost by then.
void ChatSide::stop() {
    if (m_request < 0) return;
    m_stopped = m_request;
    m_stoppedRow = m_conversation.rowCount() - 1;
    m_conversation.endAnswer(QStringLiteral("cancelled"), 0);
    endRequest();
    if (m_client != nullptr) m_client->cancel(m_stopped);
}

double ChatSide::contextShare() const {
    if (m_client == nullptr || m_client->contextLength() <= 0) return 0;
    return static_cast<double>(m_usedTokens) / static_cast<double>(m_client->contextLength());
}

void ChatSide::onToken(int id, const ChatToken& token) {
    if (id == m_request) m_conversation.appendToken(choiceFrom(token));
}

void ChatSide::onDone(int id, const ChatDone& done) {
    if (id != m_request && id != m_stopped) return;
    m_usedTokens = done.promptTokens + done.outputTokens;
    if (id == m_stopped) {
        m_stopped = kNone;
        m_conversation.tellSpeed(m_stoppedRow, done.tokensPerSecond);
        Q_EMIT streamingChanged();
        return;
    }
    m_conversation.endAnswer(done.stop, done.tokensPerSecond);
    endRequest();
}

void ChatSide::onRendered(int id, const QString& text, const QVector<int>& ids) {
    if (id == m_rendering) Q_EMIT rendered(text, ids);
    if (id == m_measuring) Q_EMIT measured(ids.size(), m_client->contextLength());
}

void ChatSide::onRequestFailed(int id, const Error& error) {
    if (id == m_rendering) Q_EMIT renderFailed(error);
    if (id == m_stopped) m_stopped = kNone;
    if (id != m_request) return;
    const QString hint = hintText(error);
    m_conversation.failAnswer(hint.isEmpty() ? errorText(error) : QStringLiteral("%1 %2").arg(errorText(error), hint));
    endRequest();
}

void ChatSide::endRequest() {
    m_request = kNone;
    Q_EMIT streamingChanged();
}

} // namespace fettle::ui
