#pragma once

#include "ui/pages/chat/chat_session.h"

#include <QTimer>

namespace fettle::ui {

// Counts, as the engine renders it, what a message would make of the conversation while it is being written.
class PromptMeter : public QObject {
    Q_OBJECT
public:
    explicit PromptMeter(ChatSession& session, QObject* parent = nullptr);
    void setText(const QString& text);

Q_SIGNALS:
    void measured(qint64 tokens, qint64 contextLength); // of the longer side; 0, 0: nothing is written

private:
    void measure();
    void take(qint64 tokens, qint64 contextLength);

    ChatSession& m_session;
    QTimer m_pause;
    QString m_text;
    qint64 m_tokens = 0; // of this measurement, the longest so far
};

} // namespace fettle::ui
