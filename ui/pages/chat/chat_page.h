#pragma once

#include "ui/pages/chat/chat_servers.h"
#include "ui/pages/chat/chat_side.h"
#include "ui/pages/chat/chat_targets.h"
#include "ui/pages/workspace.h"
#include "ui/widgets/page.h"

#include <QHash>

class QStackedWidget;

namespace fettle::ui {

class Composer;
class ErrorStrip;
class LikelyTokensPanel;
class PromptSetPanel;
class PromptView;
class SamplingPanel;
class SegmentedChoice;
class SidePanel;

// Two models side by side, asked by one composer or by a list of prompts.
class ChatPage : public Page {
    Q_OBJECT
public:
    explicit ChatPage(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QAction* primaryAction() const override { return m_send; }
    [[nodiscard]] bool showsPrimaryAction() const override { return true; } // beside the message
    [[nodiscard]] QList<QAction*> secondaryActions() const override {
        return {m_clear, m_save, m_promptAction, m_samplingAction};
    }
    void open(const QStringList& paths) override; // model folders
    void cancel() override;

    void compare(const ChatTarget& left, const ChatTarget& right);
    void talkTo(const ChatTarget& target); // on the right, beside its base, else beside what is on the left
    void ask(const QString& text);         // both sides, as if it had been typed
    [[nodiscard]] ChatSide& left() { return m_left; }
    [[nodiscard]] ChatSide& right() { return m_right; }

private:
    QAction* makeAction(const QString& name, const QString& text, const QString& icon);
    QWidget* makeBody();
    QWidget* makeSides();
    QWidget* makeAside();
    void connectSides();
    void proposePair();
    void onTargetChanged();
    void changeTranscripts();
    void showStreaming();
    void showKnowledge();
    void prepareSides();
    void renderPrompt(bool isWanted);
    void askToSave();
    void save(const QString& file);

    Workspace& m_workspace;
    ChatServers m_servers;
    ChatTargets m_targets;
    ChatSide m_left, m_right;
    QAction *m_send, *m_clear, *m_save, *m_promptAction, *m_samplingAction;
    SegmentedChoice* m_mode;
    QStackedWidget* m_stack;
    Composer* m_composer;
    SamplingPanel* m_sampling;
    PromptSetPanel* m_set;
    PromptView* m_prompt;
    LikelyTokensPanel* m_likely;
    ErrorStrip* m_error;
    QWidget* m_aside;
    struct Transcripts { // of one pair of models, left and right
        std::vector<ChatTurn> left, right;
    };
    QHash<QString, Transcripts> m_transcripts; // of the pairs before, until the program ends
    QString m_pair;
    bool m_isProposing = false, m_isChosen = false; // the pair, by the person
    int m_editedTurn = -1;                          // of a message that is written anew; -1: none
};

} // namespace fettle::ui
