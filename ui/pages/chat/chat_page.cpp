#include "ui/pages/chat/chat_page.h"

#include "core/base/files.h"
#include "ui/pages/chat/chat_view.h"
#include "ui/pages/chat/conversation_list.h"
#include "ui/pages/chat/prompt_set_panel.h"
#include "ui/pages/chat/prompt_view.h"
#include "ui/pages/chat/sampling_panel.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/segmented_choice.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

const QString kSingle = QStringLiteral("single"), kCompare = QStringLiteral("compare"), kSet = QStringLiteral("set");
constexpr int kAsideWidth = 300;
constexpr int kPromptHeight = 220;

} // namespace

ChatPage::ChatPage(Workspace& workspace, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_session(workspace.chat, workspace.results),
      m_send(makeAction(QStringLiteral("sendMessage"), tr("Send"), {})),
      m_new(makeAction(QStringLiteral("newChat"), tr("New chat"), QStringLiteral("plus"))),
      m_kept(makeAction(QStringLiteral("showConversations"), tr("Conversations"), QStringLiteral("clock"))),
      m_save(makeAction(QStringLiteral("saveChat"), tr("Save..."), QStringLiteral("save"))),
      m_promptAction(makeAction(QStringLiteral("showPrompt"), tr("Prompt"), QStringLiteral("eye"))),
      m_samplingAction(makeAction(QStringLiteral("showSampling"), tr("Sampling"), QStringLiteral("smooth"))),
      m_mode(new SegmentedChoice), m_stack(new QStackedWidget), m_view(new ChatView(m_session, workspace.results)),
      m_sampling(new SamplingPanel(workspace.settings)),
      m_set(new PromptSetPanel(m_session.left(), m_session.right(), workspace.failures)),
      m_prompt(new PromptView(m_session.right())) {
    m_promptAction->setCheckable(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kGroupGap, kPageMargin, kGroupGap);
    layout->setSpacing(kGroupGap);
    layout->addWidget(makeAside(new ConversationList(m_conversations), m_kept, tr("Conversations")));
    layout->addWidget(makeBody(), 1);
    layout->addWidget(makeAside(m_sampling, m_samplingAction, tr("Sampling")));
    setFocusProxy(m_view);
    connectSession();
    connect(m_send, &QAction::triggered, m_view, &ChatView::act);
    connect(m_new, &QAction::triggered, this, [this] {
        m_session.startOver();
        m_view->setFocus();
    });
    connect(m_save, &QAction::triggered, this, &ChatPage::askToSave);
    connect(m_promptAction, &QAction::toggled, this, &ChatPage::renderPrompt);
    m_conversations.refresh();
}

QAction* ChatPage::makeAction(const QString& name, const QString& text, const QString& iconName) {
    auto* action = iconName.isEmpty() ? new QAction(text, this) : new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    return action;
}

QWidget* ChatPage::makeBody() {
    m_mode->setObjectName(QStringLiteral("chatMode"));
    m_mode->setAccessibleName(tr("What is asked"));
    m_mode->setChoices({{kSingle, tr("One model")}, {kCompare, tr("Compare")}, {kSet, tr("Prompt set")}});
    connect(m_mode, &SegmentedChoice::chosen, this, &ChatPage::chooseMode);
    m_prompt->setMaximumHeight(scaled(kPromptHeight));
    m_prompt->hide();
    m_view->setFoot(m_prompt);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_set);
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_mode, 0, Qt::AlignLeft);
    layout->addWidget(m_stack, 1);
    return body;
}

// Shown as long as its action is on, also after a restart.
QWidget* ChatPage::makeAside(QWidget* content, QAction* action, const QString& title) {
    auto* card = new Card(title);
    card->content()->addWidget(content, 1);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(card);
    area->setFixedWidth(scaled(kAsideWidth));
    const QString state = QStringLiteral("chat/") + action->objectName();
    action->setCheckable(true);
    action->setChecked(m_workspace.settings.state(state, false).toBool());
    area->setVisible(action->isChecked());
    connect(action, &QAction::toggled, area, [this, area, state](bool isWanted) {
        area->setVisible(isWanted);
        m_workspace.settings.setState(state, isWanted);
    });
    return area;
}

void ChatPage::connectSession() {
    connect(&m_session, &ChatSession::viewChanged, this, &ChatPage::showMode);
    connect(&m_session, &ChatSession::changed, this, &ChatPage::onModelsChanged);
    connect(&m_session, &ChatSession::streamingChanged, this,
            [this] { m_send->setText(m_session.isStreaming() ? tr("Stop") : tr("Send")); });
    connect(&m_session, &ChatSession::said, &m_conversations, &ConversationsModel::keep);
    connect(&m_conversations, &ConversationsModel::opened, this, [this](const Conversation& conversation) {
        m_session.open(conversation);
        m_view->setFocus();
    });
    connect(&m_conversations, &ConversationsModel::failed, this,
            [this](const Error& error) { m_workspace.failures.tell(tr("Conversations"), error); });
    connect(&m_session.right(), &ChatSide::renderFailed, this,
            [this](const Error& error) { m_workspace.failures.tell(tr("The prompt"), error); });
    connect(m_view, &ChatView::aboutToAsk, this, &ChatPage::prepareSides);
    connect(m_set, &PromptSetPanel::aboutToRun, this, &ChatPage::prepareSides);
    connect(m_sampling, &SamplingPanel::changed, this, &ChatPage::prepareSides);
    prepareSides();
    showMode();
}

void ChatPage::chooseMode(const QString& mode) {
    if (mode != kSet) m_session.setView(mode == kSingle ? ChatSession::View::Single : ChatSession::View::Compare);
    m_stack->setCurrentIndex(mode == kSet ? 1 : 0);
    m_send->setEnabled(mode != kSet);
    if (mode != kSet) m_view->setFocus();
}

void ChatPage::showMode() {
    if (m_stack->currentIndex() == 0)
        m_mode->setCurrent(m_session.view() == ChatSession::View::Single ? kSingle : kCompare);
}

// Answers of a prompt set, and a rendered prompt, were of the models before.
void ChatPage::onModelsChanged() {
    const QPair models(m_session.left().target(), m_session.right().target());
    if (models == m_models) return;
    m_models = models;
    m_set->startOver();
    m_promptAction->setChecked(false);
}

void ChatPage::prepareSides() {
    m_session.setSampling(m_sampling->sampling(), m_sampling->systemPrompt());
}

void ChatPage::open(const QStringList& paths) {
    if (!paths.isEmpty()) talkTo(ResultRef::ofModel(paths.front(), {}));
}

void ChatPage::talkTo(const ResultRef& result) {
    m_session.talkTo(result);
    m_stack->setCurrentIndex(0);
    showMode();
    m_view->setFocus();
}

void ChatPage::ask(const QString& text) {
    m_view->askNow(text);
}

void ChatPage::cancel() {
    if (m_view->cancel()) return;
    m_session.stop();
    m_set->stop();
}

void ChatPage::renderPrompt(bool isWanted) {
    m_prompt->setVisible(isWanted);
    if (isWanted) m_session.right().render();
}

void ChatPage::askToSave() {
    auto* dialog = new QFileDialog(this, tr("Save the conversation"), QStringLiteral("conversation.json"),
                                   tr("Conversations (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &ChatPage::save);
    dialog->open();
}

void ChatPage::save(const QString& file) {
    runInBackground(
        this, [file, json = toJson(m_session.conversation())] { writeJson(file.toStdString(), json); },
        [this] { Q_EMIT messageShown(tr("Saved.")); },
        [this](const Error& error) { m_workspace.failures.tell(tr("Saving the conversation"), error); });
}

} // namespace fettle::ui
