#include "ui/pages/chat/chat_view.h"

#include "ui/pages/chat/composer.h"
#include "ui/pages/chat/likely_tokens_popover.h"
#include "ui/pages/chat/sample_questions.h"
#include "ui/pages/chat/side_panel.h"
#include "ui/widgets/chat_transcript.h"
#include "ui/widgets/style.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace fettle::ui {

ChatView::ChatView(ChatSession& session, ResultsModel& results, QWidget* parent)
    : QWidget(parent), m_session(session), m_results(results),
      m_left(new SidePanel(QStringLiteral("left"), session.left(), results)),
      m_right(new SidePanel(QStringLiteral("right"), session.right(), results)),
      m_alignment(m_left->transcript(), m_right->transcript()), m_questions(new SampleQuestions),
      m_composer(new Composer), m_meter(session), m_likely(new LikelyTokensPopover(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(makeSides(), 1);
    layout->addWidget(m_questions);
    layout->addWidget(m_composer);
    setFocusProxy(m_composer);
    connect(&session, &ChatSession::viewChanged, this, &ChatView::showView);
    connect(&session, &ChatSession::changed, this, &ChatView::showModels);
    connect(&session, &ChatSession::streamingChanged, this, &ChatView::showStreaming);
    connect(&results, &ResultsModel::refreshed, this, &ChatView::showQuestions);
    connect(m_questions, &SampleQuestions::asked, this, &ChatView::askNow);
    connect(m_composer, &Composer::sent, this, &ChatView::send);
    connect(m_composer, &Composer::typed, &m_meter, &PromptMeter::setText);
    connect(m_composer, &Composer::stopRequested, &session, &ChatSession::stop);
    connect(m_composer, &Composer::editingEnded, this, [this] { beginEditing(-1, {}); });
    connect(&m_meter, &PromptMeter::measured, m_composer, &Composer::setLength);
    showView();
    showModels();
    showStreaming();
}

QWidget* ChatView::makeSides() {
    auto* split = new QSplitter;
    split->setObjectName(QStringLiteral("chatSplit"));
    split->setChildrenCollapsible(false);
    split->setHandleWidth(kGroupGap);
    split->addWidget(m_left);
    split->addWidget(m_right);
    split->setSizes({1000, 1000});
    for (SidePanel* side : {m_left, m_right}) {
        connect(side, &SidePanel::tokenChosen, m_likely, &LikelyTokensPopover::open);
        connect(side, &SidePanel::editRequested, this, &ChatView::beginEditing);
    }
    return split;
}

void ChatView::setFoot(QWidget* widget) {
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, widget);
}

void ChatView::beginEditing(int turn, const QString& text) {
    m_editedTurn = turn;
    for (SidePanel* side : {m_left, m_right})
        side->transcript().setEditedTurn(turn);
    if (turn >= 0) m_composer->beginEditing(text);
}

bool ChatView::cancel() {
    if (!m_composer->isEditing()) return false;
    m_composer->cancelEditing();
    return true;
}

void ChatView::act() {
    m_composer->act();
}

void ChatView::askNow(const QString& text) {
    send(text);
    m_composer->setFocus();
}

void ChatView::send(const QString& text) {
    Q_EMIT aboutToAsk();
    if (const int turn = std::exchange(m_editedTurn, -1); turn >= 0)
        m_session.askAgain(turn, text);
    else
        m_session.ask(text);
}

void ChatView::showView() {
    const bool isCompared = m_session.view() == ChatSession::View::Compare;
    m_left->setVisible(isCompared);
    m_alignment.setActive(isCompared);
    showModels();
}

// For other models: what belonged to those before ends.
void ChatView::showModels() {
    m_composer->cancelEditing();
    m_composer->setObjection(m_session.isTwice() ? tr("Both sides are the same model: choose another one on one side.")
                                                 : QString());
    showQuestions();
    showStreaming();
}

void ChatView::showQuestions() {
    const ResultRef& result = m_session.right().target();
    m_questions->setQuestions(result.isEmpty() ? QStringList() : m_results.questions(result));
}

void ChatView::showStreaming() {
    m_composer->setStreaming(m_session.isStreaming());
    m_questions->setVisible(m_session.conversation().isEmpty() && !m_session.right().target().isEmpty() &&
                            !m_session.isTwice());
}

} // namespace fettle::ui
