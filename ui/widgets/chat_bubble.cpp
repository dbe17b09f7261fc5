#include "ui/widgets/chat_bubble.h"

#include "ui/widgets/button.h"
#include "ui/widgets/control_painting.h"
#include "ui/widgets/label.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBrowser>
#include <QTextCursor>

#include <algorithm>

namespace fettle::ui {

ChatBubble::ChatBubble(Ink side, QWidget* parent)
    : QFrame(parent), m_side(side), m_text(new QTextBrowser), m_stats(new Label({}, TextRole::Secondary)),
      m_error(new Label), m_copy(new IconButton(QStringLiteral("copy"), tr("Copy"))),
      m_again(new IconButton(QStringLiteral("refresh"), tr("Answer again"))) {
    m_text->setObjectName(QStringLiteral("turnText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->document()->setDocumentMargin(0);
    m_text->viewport()->setAutoFillBackground(false);
    m_text->viewport()->installEventFilter(this);
    m_text->setTabChangesFocus(true);
    m_error->setInk(Ink::Danger);
    m_error->hide();
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // room that is left stays below the last turn
    m_stats->setWordWrap(false);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(kTightGap);
    foot->addWidget(m_stats, 1);
    foot->addWidget(m_again);
    foot->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGroupGap, kGap + kTightGap, kGap, kTightGap);
    layout->setSpacing(kTightGap);
    layout->addWidget(m_text);
    layout->addWidget(m_error);
    layout->addLayout(foot);
    connect(m_text->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &ChatBubble::fitText);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_shown); });
    connect(m_again, &QPushButton::clicked, this,
            [this] { m_role == QLatin1String("user") ? editRequested() : regenerateRequested(); });
}

void ChatBubble::setTurn(const ChatTurn& turn, const QString& stats) {
    if (m_role != turn.role) {
        m_role = turn.role;
        const bool isUser = m_role == QLatin1String("user");
        m_again->setIconName(isUser ? QStringLiteral("edit") : QStringLiteral("refresh"));
        m_again->setToolTip(isUser ? tr("Edit and ask again") : tr("Answer again"));
        m_again->setAccessibleName(m_again->toolTip());
        m_text->setAccessibleName(isUser ? tr("You") : tr("Answer"));
        update();
    }
    showText(turn);
    m_stats->setText(stats);
    m_error->setText(turn.error);
    m_error->setVisible(!turn.error.isEmpty());
    m_again->setEnabled(!turn.isStreaming);
}

void ChatBubble::setReadOnly() {
    m_again->hide();
}

// Streaming appends; anything else replaces.
void ChatBubble::showText(const ChatTurn& turn) {
    m_ends.clear();
    int end = 0;
    for (const TokenChoice& token : turn.tokens)
        m_ends.push_back(end += static_cast<int>(token.text.size()));
    if (turn.text == m_shown) return;
    if (!m_shown.isEmpty() && turn.text.startsWith(m_shown)) {
        QTextCursor cursor(m_text->document());
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(turn.text.mid(m_shown.size()));
    } else {
        m_text->setPlainText(turn.text);
    }
    m_shown = turn.text;
    fitText();
}

void ChatBubble::fitText() {
    const int height = static_cast<int>(m_text->document()->size().height());
    m_text->setFixedHeight(std::max(height, m_text->fontMetrics().lineSpacing()) + 2);
}

int ChatBubble::tokenAt(int position) const {
    const auto found = std::upper_bound(m_ends.begin(), m_ends.end(), position);
    return found == m_ends.end() ? -1 : static_cast<int>(found - m_ends.begin());
}

void ChatBubble::clickAt(const QPoint& point) {
    if (m_text->textCursor().hasSelection()) return; // the user marks text
    const int position = m_text->document()->documentLayout()->hitTest(point, Qt::ExactHit);
    const int token = position < 0 ? -1 : tokenAt(position);
    if (token >= 0) Q_EMIT tokenClicked(token);
}

bool ChatBubble::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonRelease) clickAt(static_cast<QMouseEvent*>(event)->position().toPoint());
    if (event->type() == QEvent::Wheel) { // the transcript scrolls, not the bubble
        event->ignore();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void ChatBubble::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF inside = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor card = ink(Ink::Card, palette());
    if (m_role == QLatin1String("user"))
        return paintRounded(painter, inside, kRadius, ink(Ink::Hover, palette()), ink(Ink::Border, palette()));
    paintRounded(painter, inside, kRadius, card, ink(Ink::Border, palette()));
    paintRounded(painter, QRectF(4, 8, 3, height() - 16), 1.5, ink(m_side, palette()), {});
}

} // namespace fettle::ui
