#pragma once

#include "ui/pages/chat/chat_session.h"
#include "ui/pages/chat/prompt_meter.h"
#include "ui/pages/chat/turn_alignment.h"

#include <QWidget>

namespace fettle::ui {

class Composer;
class LikelyTokensPopover;
class SampleQuestions;
class SidePanel;

// The conversation as it is seen: one side or two, and below them what is written next.
class ChatView : public QWidget {
    Q_OBJECT
public:
    ChatView(ChatSession& session, ResultsModel& results, QWidget* parent = nullptr);

    void act();                       // sends what is written, or stops what streams
    [[nodiscard]] bool cancel();      // an editing under way; false: there was none
    void setFoot(QWidget* widget);    // between the sides and the composer
    void askNow(const QString& text); // as if it had been typed

Q_SIGNALS:
    void aboutToAsk();

private:
    QWidget* makeSides();
    void beginEditing(int turn, const QString& text);
    void showView();
    void showModels();
    void showQuestions();
    void showStreaming();
    void send(const QString& text);

    ChatSession& m_session;
    ResultsModel& m_results;
    SidePanel *m_left, *m_right;
    TurnAlignment m_alignment;
    SampleQuestions* m_questions;
    Composer* m_composer;
    PromptMeter m_meter;
    LikelyTokensPopover* m_likely;
    int m_editedTurn = -1; // of a message that is written anew; -1: none
};

} // namespace fettle::ui
