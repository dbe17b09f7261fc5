#include "ui/pages/chat/prompt_meter.h"

namespace fettle::ui {

namespace {

constexpr int kPauseMilliseconds = 300; // after the last letter

} // namespace

PromptMeter::PromptMeter(ChatSession& session, QObject* parent) : QObject(parent), m_session(session), m_pause(this) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &PromptMeter::measure);
    for (ChatSide* side : {&session.left(), &session.right()})
        connect(side, &ChatSide::measured, this, &PromptMeter::take);
}

void PromptMeter::setText(const QString& text) {
    m_text = text.trimmed();
    if (!m_text.isEmpty()) return m_pause.start();
    m_pause.stop();
    Q_EMIT measured(0, 0);
}

void PromptMeter::measure() {
    m_tokens = 0;
    if (m_session.isStreaming()) return m_pause.start();
    for (ChatSide* side : m_session.sides())
        side->measure(m_text);
}

void PromptMeter::take(qint64 tokens, qint64 contextLength) {
    if (m_text.isEmpty() || tokens < m_tokens) return;
    m_tokens = tokens;
    Q_EMIT measured(tokens, contextLength);
}

} // namespace fettle::ui
