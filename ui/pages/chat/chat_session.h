#pragma once

#include "ui/models/conversation.h"
#include "ui/models/results_model.h"
#include "ui/pages/chat/chat_side.h"

#include <QHash>

namespace fettle::ui {

// A conversation with one model, or with two side by side. What was said belongs to the models that said it: others go
// on where they were, or begin.
class ChatSession : public QObject {
    Q_OBJECT
public:
    enum class View { Single, Compare };

    ChatSession(ChatServers& servers, ResultsModel& results, QObject* parent = nullptr);

    [[nodiscard]] ChatSide& left() { return m_left; }
    [[nodiscard]] ChatSide& right() { return m_right; }
    [[nodiscard]] QList<ChatSide*> sides(); // those that answer: the right one alone, or both
    void setView(View view);
    [[nodiscard]] View view() const { return m_view; }
    void talkTo(const ResultRef& result); // a tuned one beside its base, a base alone
    // Two sides that would say the same, word for word: nothing is generated twice unasked.
    [[nodiscard]] bool isTwice() const { return m_view == View::Compare && m_left.answersAs(m_right); }

    void setSampling(const SamplingConfig& sampling, const QString& systemPrompt);
    void ask(const QString& text);
    void askAgain(int turn, const QString& text); // this message and all after it are replaced
    void stop();
    void startOver();
    [[nodiscard]] bool isStreaming() const { return m_left.isStreaming() || m_right.isStreaming(); }

    [[nodiscard]] Conversation conversation() const;
    void open(const Conversation& conversation);

Q_SIGNALS:
    void changed();     // another conversation, or other models
    void viewChanged(); // by itself too, since a base has nothing to be compared with
    void streamingChanged();
    void said(const fettle::ui::Conversation& conversation); // worth keeping

private:
    void propose();
    void onTargetChanged();
    void onStreamingChanged();
    void changeConversation();
    void putAside();
    void enter(View view);
    [[nodiscard]] QString modelsKey() const;
    void take(Conversation conversation);

    ResultsModel& m_results;
    ChatSide m_left, m_right;
    View m_view = View::Single;
    QHash<QString, Conversation> m_others; // of other models, until the program ends
    QString m_key, m_id;
    bool m_isProposing = false, m_isChosen = false; // the models, by the person
    bool m_isMoving = false;                        // models and conversation change together
};

} // namespace fettle::ui
