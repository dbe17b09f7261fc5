#pragma once

#include <QObject>

namespace fettle::ui {

class ChatTranscript;

// Keeps two transcripts beside each other: what answers one question stands at one height, and they scroll as one.
class TurnAlignment : public QObject {
    Q_OBJECT
public:
    TurnAlignment(ChatTranscript& left, ChatTranscript& right, QObject* parent = nullptr);
    void setActive(bool isActive); // off: each for itself

private:
    void schedule();
    void align();

    ChatTranscript &m_left, &m_right;
    bool m_isActive = true, m_isScheduled = false;
};

} // namespace fettle::ui
