#include "ui/pages/chat/chat_session.h"

#include <QUuid>

#include <utility>

namespace fettle::ui {

ChatSession::ChatSession(ChatServers& servers, ResultsModel& results, QObject* parent)
    : QObject(parent), m_results(results), m_left(servers), m_right(servers) {
    for (ChatSide* side : {&m_left, &m_right}) {
        connect(side, &ChatSide::targetChanged, this, &ChatSession::onTargetChanged);
        connect(side, &ChatSide::strengthChanged, this, &ChatSession::changed);
        connect(side, &ChatSide::streamingChanged, this, &ChatSession::onStreamingChanged);
    }
    connect(&results, &ResultsModel::refreshed, this, &ChatSession::propose);
}

QList<ChatSide*> ChatSession::sides() {
    return m_view == View::Single ? QList<ChatSide*>{&m_right} : QList<ChatSide*>{&m_left, &m_right};
}

// At first, until someone chooses: the latest result beside what it was trained from.
void ChatSession::propose() {
    if (m_isChosen || m_right.target().isTuned() || !conversation().isEmpty()) return;
    int base = -1, tuned = -1;
    for (int row = 0; row < m_results.rowCount() && tuned < 0; ++row) {
        const ResultRef& result = m_results.result(row);
        if (!result.isTuned() && base < 0) base = row;
        if (result.isTuned() && m_results.rowOfBase(result) >= 0) tuned = row;
    }
    if (tuned >= 0) base = m_results.rowOfBase(m_results.result(tuned));
    if (base < 0) return;
    m_isProposing = true;
    enter(tuned >= 0 ? View::Compare : View::Single);
    m_left.setTarget(m_results.result(base));
    m_right.setTarget(m_results.result(tuned >= 0 ? tuned : base));
    m_isProposing = false;
}

void ChatSession::talkTo(const ResultRef& result) {
    m_results.add(result);
    if (result.isTuned() && !result.base.isEmpty()) {
        const ResultRef base = ResultRef::ofBase(result.base, result.base.section(QLatin1Char('/'), -1));
        m_results.add(base);
        m_left.setTarget(m_results.result(m_results.rowOf(base)));
    }
    m_right.setTarget(result);
    setView(result.isTuned() && !m_left.target().isEmpty() ? View::Compare : View::Single);
}

void ChatSession::setView(View view) {
    if (view == m_view) return;
    m_isChosen = true;
    enter(view);
    changeConversation();
}

void ChatSession::enter(View view) {
    if (view == m_view) return;
    m_view = view;
    Q_EMIT viewChanged();
}

void ChatSession::onTargetChanged() {
    if (m_isMoving) return;
    if (!m_isProposing) m_isChosen = true;
    changeConversation();
    Q_EMIT changed();
}

// By what answers, not by how it is called.
QString ChatSession::modelsKey() const {
    QStringList parts = {m_right.target().weights(), m_right.target().adapter()};
    if (m_view == View::Compare) parts << m_left.target().weights() << m_left.target().adapter();
    return parts.join(QLatin1Char('\n'));
}

void ChatSession::changeConversation() {
    const QString key = modelsKey();
    if (key == m_key) return;
    putAside();
    m_key = key;
    take(m_others.take(key));
}

// Until its models are talked to again.
void ChatSession::putAside() {
    const bool wasMoving = std::exchange(m_isMoving, true);
    stop();
    if (Conversation before = conversation(); !before.isEmpty()) m_others.insert(m_key, std::move(before));
    m_isMoving = wasMoving;
}

void ChatSession::take(Conversation conversation) {
    const bool wasMoving = std::exchange(m_isMoving, true);
    m_id = conversation.id;
    m_left.exchangeTurns(std::move(conversation.left.turns));
    m_right.exchangeTurns(std::move(conversation.right.turns));
    m_isMoving = wasMoving;
    Q_EMIT changed();
}

void ChatSession::setSampling(const SamplingConfig& sampling, const QString& systemPrompt) {
    for (ChatSide* side : {&m_left, &m_right}) {
        side->setSampling(sampling);
        side->conversation().setSystemPrompt(systemPrompt);
    }
}

void ChatSession::ask(const QString& text) {
    if (m_id.isEmpty()) m_id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (ChatSide* side : sides())
        side->ask(text);
}

void ChatSession::askAgain(int turn, const QString& text) {
    for (ChatSide* side : sides())
        turn < side->conversation().rowCount() ? side->askAgain(turn, text) : side->ask(text);
}

void ChatSession::stop() {
    m_left.stop();
    m_right.stop();
}

void ChatSession::startOver() {
    take({});
}

void ChatSession::onStreamingChanged() {
    Q_EMIT streamingChanged();
    if (m_isMoving) return; // one side still says what the other one has left behind
    if (const Conversation now = conversation(); !now.isEmpty()) Q_EMIT said(now);
}

Conversation ChatSession::conversation() const {
    Conversation now{.id = m_id,
                     .changed = QDateTime::currentDateTimeUtc(),
                     .isCompared = m_view == View::Compare,
                     .right = {m_right.target(), m_right.conversation().turns()}};
    if (now.isCompared) now.left = {m_left.target(), m_left.conversation().turns()};
    return now;
}

void ChatSession::open(const Conversation& conversation) {
    putAside();
    m_isMoving = m_isChosen = true;
    for (const auto& [side, kept] : {std::pair{&m_left, &conversation.left}, {&m_right, &conversation.right}}) {
        if (kept->result.isEmpty()) continue;
        m_results.add(kept->result);
        side->setTarget(kept->result);
    }
    enter(conversation.isCompared ? View::Compare : View::Single);
    m_key = modelsKey();
    m_others.remove(m_key);
    m_isMoving = false;
    take(conversation);
}

} // namespace fettle::ui
