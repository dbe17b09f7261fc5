#pragma once

#include "ui/models/conversations_model.h"
#include "ui/pages/chat/chat_session.h"
#include "ui/pages/workspace.h"
#include "ui/widgets/page.h"

class QStackedWidget;

namespace fettle::ui {

class ChatView;
class PromptSetPanel;
class PromptView;
class SamplingPanel;
class SegmentedChoice;

// One model, or two side by side, asked by one composer or by a list of prompts.
class ChatPage : public Page {
    Q_OBJECT
public:
    explicit ChatPage(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QAction* primaryAction() const override { return m_send; }
    [[nodiscard]] bool showsPrimaryAction() const override { return true; } // beside the message
    [[nodiscard]] QList<QAction*> secondaryActions() const override {
        return {m_new, m_kept, m_save, m_promptAction, m_samplingAction};
    }
    void open(const QStringList& paths) override; // model folders
    void cancel() override;

    void talkTo(const ResultRef& result); // a tuned one beside its base
    void ask(const QString& text);        // as if it had been typed
    [[nodiscard]] ChatSide& left() { return m_session.left(); }
    [[nodiscard]] ChatSide& right() { return m_session.right(); }

private:
    QAction* makeAction(const QString& name, const QString& text, const QString& icon);
    QWidget* makeBody();
    QWidget* makeAside(QWidget* content, QAction* action, const QString& title);
    void connectSession();
    void chooseMode(const QString& mode);
    void onModelsChanged();
    void showMode();
    void prepareSides();
    void renderPrompt(bool isWanted);
    void askToSave();
    void save(const QString& file);

    Workspace& m_workspace;
    ConversationsModel m_conversations;
    ChatSession m_session;
    QAction *m_send, *m_new, *m_kept, *m_save, *m_promptAction, *m_samplingAction;
    SegmentedChoice* m_mode;
    QStackedWidget* m_stack;
    ChatView* m_view;
    SamplingPanel* m_sampling;
    PromptSetPanel* m_set;
    PromptView* m_prompt;
    QPair<ResultRef, ResultRef> m_models; // left and right, of which the page's other parts speak
};

} // namespace fettle::ui
