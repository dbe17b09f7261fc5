#pragma once

#include "ui/pages/chat/chat_side.h"
#include "ui/pages/chat/chat_targets.h"
#include "ui/widgets/chat_transcript.h"

#include <QWidget>

class QComboBox;
class QProgressBar;

namespace fettle::ui {

class ErrorStrip;
class Label;
class StrengthSlider;

// One side as it is seen: whom one talks to, how strongly its adapter acts, what was said.
class SidePanel : public QWidget {
    Q_OBJECT
public:
    SidePanel(ChatTranscript::Side side, ChatSide& chat, ChatTargets& targets, QWidget* parent = nullptr);

Q_SIGNALS:
    void tokenChosen(const fettle::ui::TokenChoice& choice);
    void editRequested(int turn, const QString& text); // of the user

private:
    QWidget* makeHeader(ChatTranscript::Side side);
    void choose(int row);
    void showTarget();
    void showState();
    void onTokenClicked(int turn, int token);

    ChatSide& m_chat;
    ChatTargets& m_targets;
    QComboBox* m_target;
    StrengthSlider* m_strength;
    ChatTranscript* m_transcript;
    QProgressBar* m_context;
    Label* m_state;
    ErrorStrip* m_error;
};

} // namespace fettle::ui
