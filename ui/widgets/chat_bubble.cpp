#include "ui/widgets/chat_bubble.h"

#include "ui/widgets/button.h"
#include "ui/widgets/chat_text.h"
#include "ui/widgets/control_painting.h"
#include "ui/widgets/label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace fettle::ui {

// There for keyboard and screen reader at any time; drawn when it is wanted.
class ChatBubble::Action : public IconButton {
public:
    using IconButton::IconButton;
    void setRevealed(bool isRevealed) {
        m_isRevealed = isRevealed;
        update();
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        if (m_isRevealed) IconButton::paintEvent(event);
    }

private:
    bool m_isRevealed = false;
};

ChatBubble::ChatBubble(Ink side, QWidget* parent)
    : QFrame(parent), m_side(side), m_text(new ChatText), m_stats(new Label({}, TextRole::Secondary)),
      m_error(new Label), m_continue(new Button(tr("Continue"))),
      m_copy(new Action(QStringLiteral("copy"), tr("Copy"))),
      m_again(new Action(QStringLiteral("refresh"), tr("Answer again"))) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // room that is left stays below the last turn
    m_text->setObjectName(QStringLiteral("turnText"));
    m_copy->setObjectName(QStringLiteral("copyTurn"));
    m_again->setObjectName(QStringLiteral("askTurnAgain"));
    m_continue->setObjectName(QStringLiteral("continueTurn"));
    m_error->setInk(Ink::Danger);
    m_stats->setWordWrap(false);
    for (QWidget* part : std::initializer_list<QWidget*>{m_error, m_stats, m_continue})
        part->hide();
    for (QWidget* part : std::initializer_list<QWidget*>{m_text, m_copy, m_again})
        part->installEventFilter(this);
    auto* line = new QHBoxLayout;
    line->setSpacing(kTightGap);
    line->addWidget(m_text, 1, Qt::AlignVCenter);
    line->addWidget(m_again, 0, Qt::AlignTop);
    line->addWidget(m_copy, 0, Qt::AlignTop);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_stats, 1);
    foot->addWidget(m_continue);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGroupGap, kTightGap, kTightGap, kTightGap);
    layout->setSpacing(kTightGap);
    layout->addLayout(line);
    layout->addWidget(m_error);
    layout->addLayout(foot);
    connect(m_text, &ChatText::fitted, this, &ChatBubble::resized);
    connect(m_text, &ChatText::placeChosen, this, [this](int position, const QPoint& place) {
        if (const int token = tokenAt(position); token >= 0) Q_EMIT tokenChosen(token, place);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_source); });
    connect(m_continue, &QPushButton::clicked, this, &ChatBubble::continueRequested);
    connect(m_again, &QPushButton::clicked, this,
            [this] { m_role == QLatin1String("user") ? editRequested() : regenerateRequested(); });
}

void ChatBubble::setSide(Ink side) {
    m_side = side;
    update();
}

void ChatBubble::setRole(const QString& role) {
    m_role = role;
    const bool isUser = m_role == QLatin1String("user");
    m_again->setIconName(isUser ? QStringLiteral("edit") : QStringLiteral("refresh"));
    m_again->setToolTip(isUser ? tr("Edit and ask again") : tr("Answer again"));
    m_again->setAccessibleName(m_again->toolTip());
    m_text->setAccessibleName(isUser ? tr("You") : tr("Answer"));
    update();
}

void ChatBubble::setTurn(const ChatTurn& turn, const QString& stats) {
    if (m_role != turn.role) setRole(turn.role);
    m_source = turn.text;
    m_ends.clear();
    int end = 0;
    for (const TokenChoice& token : turn.tokens)
        m_ends.push_back(end += static_cast<int>(token.text.size()));
    if (m_role == QLatin1String("assistant") && !m_isReadOnly)
        m_text->setMarkdownSource(m_source);
    else
        m_text->setExactText(m_source);
    m_stats->setText(stats);
    m_stats->setVisible(!stats.isEmpty());
    m_error->setText(turn.error);
    m_error->setVisible(!turn.error.isEmpty());
    m_continue->setVisible(!m_isReadOnly && !turn.isStreaming && turn.stop == QLatin1String("length"));
    m_again->setEnabled(!turn.isStreaming);
}

void ChatBubble::setEdited(bool isEdited) {
    m_isEdited = isEdited;
    update();
}

void ChatBubble::setReadOnly() {
    m_isReadOnly = true;
    m_again->hide();
}

int ChatBubble::tokenAt(int position) const {
    const auto found = std::upper_bound(m_ends.begin(), m_ends.end(), position);
    return found == m_ends.end() ? -1 : static_cast<int>(found - m_ends.begin());
}

void ChatBubble::reveal() {
    const bool hasFocus = m_text->hasFocus() || m_copy->hasFocus() || m_again->hasFocus();
    for (Action* action : {m_copy, m_again})
        action->setRevealed(hasFocus || underMouse());
}

void ChatBubble::enterEvent(QEnterEvent* event) {
    QFrame::enterEvent(event);
    reveal();
}

void ChatBubble::leaveEvent(QEvent* event) {
    QFrame::leaveEvent(event);
    reveal();
}

bool ChatBubble::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        reveal();
        update();
    }
    return QFrame::eventFilter(watched, event);
}

void ChatBubble::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF inside = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isUser = m_role == QLatin1String("user");
    const bool isMarked = m_isEdited || m_text->hasFocus();
    paintRounded(painter, inside, kRadius, ink(isUser ? Ink::Hover : Ink::Card, palette()),
                 ink(isMarked ? Ink::Accent : Ink::Border, palette()), isMarked ? 2 : 1);
    if (!isUser) paintRounded(painter, QRectF(4, 8, 3, height() - 16), 1.5, ink(m_side, palette()), {});
}

} // namespace fettle::ui
