#pragma once

#include "ui/models/results_model.h"
#include "ui/pages/chat/chat_side.h"

#include <QWidget>

class QComboBox;
class QProgressBar;

namespace fettle::ui {

class ChatTranscript;
class Label;
class ModelMark;
class StrengthSlider;

// One side as it is seen: whom one talks to, how strongly its adapter acts, what was said.
class SidePanel : public QWidget {
    Q_OBJECT
public:
    // The parts are found as NAMETarget, NAMEStrength, NAMETranscript.
    SidePanel(const QString& name, ChatSide& chat, ResultsModel& results, QWidget* parent = nullptr);
    [[nodiscard]] ChatTranscript& transcript() { return *m_transcript; }

Q_SIGNALS:
    void tokenChosen(const fettle::ui::TokenChoice& choice, const QPoint& globalPosition);
    void editRequested(int turn, const QString& text); // of the user

private:
    QWidget* makeHeader(const QString& name);
    QWidget* makeStrength(const QString& name);
    void choose(int row);
    void showTarget();
    void showState();
    void onTokenChosen(int turn, int token, const QPoint& place);

    ChatSide& m_chat;
    ResultsModel& m_results;
    ModelMark* m_mark;
    QComboBox* m_target;
    StrengthSlider* m_strength;
    QWidget* m_strengthRow;
    ChatTranscript* m_transcript;
    QProgressBar* m_context;
    Label* m_state;
};

} // namespace fettle::ui
