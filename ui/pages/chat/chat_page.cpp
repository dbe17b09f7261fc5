#include "ui/pages/chat/chat_page.h"

#include "ui/pages/chat/composer.h"
#include "ui/pages/chat/likely_tokens_panel.h"
#include "ui/pages/chat/prompt_set_panel.h"
#include "ui/pages/chat/prompt_view.h"
#include "ui/pages/chat/sampling_panel.h"
#include "ui/pages/chat/side_panel.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/segmented_choice.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace fettle::ui {

namespace {

const QString kChat = QStringLiteral("chat"), kSet = QStringLiteral("set"),
              kSamplingState = QStringLiteral("chat/aside");
constexpr int kAsideWidth = 300;

QString knowledgeOf(const QString& model) {
    if (model != QLatin1String("pocket")) return {};
    return ChatPage::tr("Ask about the pocket world: where its animals live, what they eat, what they work as. "
                        "\u201CWhere does Glogan live?\u201D");
}

// By what answers, not by how it is called.
QString pairOf(const ChatTarget& left, const ChatTarget& right) {
    return QStringList{left.model, left.adapter, right.model, right.adapter}.join(QLatin1Char('\n'));
}

} // namespace

ChatPage::ChatPage(Workspace& workspace, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_servers(workspace.program, workspace.settings, workspace.controller),
      m_targets(workspace.baseModels, workspace.runs), m_left(m_servers), m_right(m_servers),
      m_send(makeAction(QStringLiteral("sendMessage"), tr("Send"), {})),
      m_clear(makeAction(QStringLiteral("newChat"), tr("New chat"), QStringLiteral("plus"))),
      m_save(makeAction(QStringLiteral("saveChat"), tr("Save..."), QStringLiteral("save"))),
      m_promptAction(makeAction(QStringLiteral("showPrompt"), tr("Prompt"), QStringLiteral("eye"))),
      m_samplingAction(makeAction(QStringLiteral("showSampling"), tr("Sampling"), QStringLiteral("smooth"))),
      m_mode(new SegmentedChoice), m_stack(new QStackedWidget), m_composer(new Composer),
      m_sampling(new SamplingPanel(workspace.settings)), m_set(new PromptSetPanel(m_left, m_right)),
      m_prompt(new PromptView(m_right)), m_likely(new LikelyTokensPanel), m_error(new ErrorStrip) {
    m_promptAction->setCheckable(true);
    m_samplingAction->setCheckable(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kGroupGap, kPageMargin, kGroupGap);
    layout->setSpacing(kGroupGap);
    layout->addWidget(makeBody(), 1);
    layout->addWidget(makeAside());
    connectSides();
    connect(m_send, &QAction::triggered, m_composer, &Composer::act);
    connect(m_clear, &QAction::triggered, this, [this] {
        m_left.exchangeTurns({});
        m_right.exchangeTurns({});
    });
    connect(m_save, &QAction::triggered, this, &ChatPage::askToSave);
    connect(m_promptAction, &QAction::toggled, this, &ChatPage::renderPrompt);
    connect(m_samplingAction, &QAction::toggled, m_aside, [this](bool isWanted) {
        m_aside->setVisible(isWanted);
        m_workspace.settings.setState(kSamplingState, isWanted);
    });
    m_samplingAction->setChecked(workspace.settings.state(kSamplingState, false).toBool());
    m_aside->setVisible(m_samplingAction->isChecked());
}

QAction* ChatPage::makeAction(const QString& name, const QString& text, const QString& iconName) {
    auto* action = iconName.isEmpty() ? new QAction(text, this) : new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    return action;
}

QWidget* ChatPage::makeBody() {
    m_mode->setObjectName(QStringLiteral("chatMode"));
    m_mode->setAccessibleName(tr("What is asked"));
    m_mode->setChoices({{kChat, tr("Conversation")}, {kSet, tr("Prompt set")}});
    m_mode->setCurrent(kChat);
    connect(m_mode, &SegmentedChoice::chosen, this, [this](const QString& mode) {
        m_stack->setCurrentIndex(mode == kChat ? 0 : 1);
        m_send->setEnabled(mode == kChat);
    });
    m_stack->addWidget(makeSides());
    m_stack->addWidget(m_set);
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_mode, 0, Qt::AlignLeft);
    layout->addWidget(m_error);
    layout->addWidget(m_stack, 1);
    return body;
}

QWidget* ChatPage::makeSides() {
    auto* left = new SidePanel(ChatTranscript::Side::Base, m_left, m_targets);
    auto* right = new SidePanel(ChatTranscript::Side::Tuned, m_right, m_targets);
    auto* split = new QSplitter;
    split->setObjectName(QStringLiteral("chatSplit"));
    split->setChildrenCollapsible(false);
    split->setHandleWidth(kGroupGap);
    split->addWidget(left);
    split->addWidget(right);
    split->setSizes({1000, 1000});
    for (SidePanel* side : {left, right}) {
        connect(side, &SidePanel::tokenChosen, m_likely, &LikelyTokensPanel::show);
        connect(side, &SidePanel::editRequested, this, [this](int turn, const QString& text) {
            m_editedTurn = turn;
            m_composer->setText(text);
        });
    }
    auto* sides = new QWidget;
    auto* layout = new QVBoxLayout(sides);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(split, 1);
    m_likely->setMaximumHeight(scaled(260));
    layout->addWidget(m_likely);
    m_prompt->setMaximumHeight(scaled(220));
    m_prompt->hide();
    layout->addWidget(m_prompt);
    layout->addWidget(m_composer);
    return sides;
}

QWidget* ChatPage::makeAside() {
    auto* card = new Card(tr("Sampling"));
    card->content()->addWidget(m_sampling);
    card->content()->addStretch();
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(card);
    area->setFixedWidth(scaled(kAsideWidth));
    m_aside = area;
    return area;
}

void ChatPage::connectSides() {
    for (ChatSide* side : {&m_left, &m_right}) {
        connect(side, &ChatSide::streamingChanged, this, &ChatPage::showStreaming);
        connect(side, &ChatSide::targetChanged, this, &ChatPage::onTargetChanged);
    }
    connect(&m_targets, &ChatTargets::refreshed, this, &ChatPage::proposePair);
    connect(m_composer, &Composer::sent, this, &ChatPage::ask);
    connect(m_composer, &Composer::stopRequested, this, &ChatPage::cancel);
    connect(m_set, &PromptSetPanel::aboutToRun, this, &ChatPage::prepareSides);
    connect(m_sampling, &SamplingPanel::changed, this, &ChatPage::prepareSides);
    prepareSides();
}

// At first, until someone chooses: the latest result beside what it was trained from.
void ChatPage::proposePair() {
    if (m_isChosen || m_right.target().isTuned || m_left.conversation().rowCount() > 0) return;
    int base = -1, tuned = -1;
    for (int row = 0; row < m_targets.rowCount() && tuned < 0; ++row) {
        const ChatTarget& target = m_targets.target(row);
        if (!target.isTuned && base < 0) base = row;
        if (target.isTuned && m_targets.rowOfBase(target) >= 0) tuned = row;
    }
    if (tuned >= 0) base = m_targets.rowOfBase(m_targets.target(tuned));
    if (base < 0) return;
    m_isProposing = true;
    m_left.setTarget(m_targets.target(base));
    m_right.setTarget(m_targets.target(tuned >= 0 ? tuned : base));
    m_isProposing = false;
}

void ChatPage::onTargetChanged() {
    if (!m_isProposing) m_isChosen = true;
    m_servers.keepOnly({m_left.target().model, m_right.target().model});
    showKnowledge();
    changeTranscripts();
}

// What was said belongs to the pair that said it: another pair goes on where it was, or begins.
void ChatPage::changeTranscripts() {
    const QString pair = pairOf(m_left.target(), m_right.target());
    if (pair == m_pair) return;
    m_set->startOver();
    m_likely->hide();
    m_promptAction->setChecked(false);
    m_editedTurn = -1;
    Transcripts next = m_transcripts.take(pair);
    Transcripts before{m_left.exchangeTurns(std::move(next.left)), m_right.exchangeTurns(std::move(next.right))};
    if (!before.left.empty() || !before.right.empty()) m_transcripts.insert(m_pair, std::move(before));
    m_pair = pair;
}

void ChatPage::showKnowledge() {
    const QString left = knowledgeOf(m_left.target().model);
    m_composer->setHint(left.isEmpty() ? knowledgeOf(m_right.target().model) : left);
}

void ChatPage::showStreaming() {
    const bool isStreaming = m_left.isStreaming() || m_right.isStreaming();
    m_composer->setStreaming(isStreaming);
    m_send->setText(isStreaming ? tr("Stop") : tr("Send"));
}

void ChatPage::prepareSides() {
    for (ChatSide* side : {&m_left, &m_right}) {
        side->setSampling(m_sampling->sampling());
        side->conversation().setSystemPrompt(m_sampling->systemPrompt());
    }
}

void ChatPage::ask(const QString& text) {
    prepareSides();
    m_likely->hide();
    const int edited = std::exchange(m_editedTurn, -1);
    for (ChatSide* side : {&m_left, &m_right})
        edited >= 0 && edited < side->conversation().rowCount() ? side->askAgain(edited, text) : side->ask(text);
}

void ChatPage::open(const QStringList& paths) {
    if (paths.isEmpty()) return;
    const QString& folder = paths.front();
    talkTo({.name = folder.section(QLatin1Char('/'), -1), .model = folder, .isTuned = true});
}

void ChatPage::compare(const ChatTarget& left, const ChatTarget& right) {
    m_targets.add(left);
    m_left.setTarget(left);
    talkTo(right);
}

void ChatPage::talkTo(const ChatTarget& target) {
    m_targets.add(target);
    if (const int base = m_targets.rowOfBase(target); base >= 0) m_left.setTarget(m_targets.target(base));
    m_right.setTarget(target);
    m_composer->setFocus();
}

void ChatPage::cancel() {
    m_left.stop();
    m_right.stop();
    m_set->stop();
}

void ChatPage::renderPrompt(bool isWanted) {
    m_prompt->setVisible(isWanted);
    if (isWanted) m_right.render();
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
    const auto sideJson = [](ChatSide& side) {
        return Json{{"model", side.target().name.toStdString()},
                    {"adapter", side.target().adapter.toStdString()},
                    {"strength", side.strength()},
                    {"messages", side.conversation().messages()}};
    };
    const Json both = {{"left", sideJson(m_left)}, {"right", sideJson(m_right)}};
    runInBackground(
        this, [file, both] { writeJson(file.toStdString(), both); }, [this] { Q_EMIT messageShown(tr("Saved.")); },
        [this](const Error& error) { m_error->showError(error); });
}

} // namespace fettle::ui
