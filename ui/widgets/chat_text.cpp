#include "ui/widgets/chat_text.h"

#include "ui/widgets/chat_markdown.h"
#include "ui/widgets/style.h"

#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QImage>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTextBlock>

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr int kPauseMilliseconds = 100;

} // namespace

ChatText::ChatText(QWidget* parent) : QTextBrowser(parent), m_pause(this) {
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOpenLinks(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // room that is left stays below the last turn
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &ChatText::draw);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &ChatText::fit);
    fit();
}

void ChatText::setMarkdownSource(const QString& source) {
    m_isMarkdown = true;
    m_source = source;
    if (!m_pause.isActive()) draw();
}

void ChatText::setExactText(const QString& text) {
    m_isMarkdown = false;
    m_source = text;
    draw();
}

void ChatText::draw() {
    if (m_drawn == m_source) return;
    if (m_isMarkdown && QGuiApplication::mouseButtons() != Qt::NoButton) return m_pause.start(); // text is being marked
    m_drawn = m_source;
    if (m_isMarkdown) {
        showMarkdown(*document(), m_source, palette());
        m_pause.start();
    } else {
        setPlainText(m_source);
    }
    fit();
}

void ChatText::fit() {
    const int height = std::max(static_cast<int>(document()->size().height()), fontMetrics().lineSpacing()) + 2;
    if (height == minimumHeight()) return;
    setFixedHeight(height);
    Q_EMIT fitted();
}

// Something of the kind that is asked for: where there is nothing, Qt takes the name for a file and reads that.
QVariant ChatText::loadResource(int type, const QUrl&) {
    if (type != QTextDocument::ImageResource) return QByteArray();
    static const QImage kNothing(1, 1, QImage::Format_ARGB32_Premultiplied);
    return kNothing;
}

void ChatText::choose(int position, const QPoint& place) {
    if (textCursor().hasSelection()) return; // text is being marked
    const int source = m_isMarkdown ? sourcePosition(document()->toPlainText(), m_source, position) : position;
    if (source >= 0) Q_EMIT placeChosen(source, viewport()->mapToGlobal(place));
}

void ChatText::mouseReleaseEvent(QMouseEvent* event) {
    QTextBrowser::mouseReleaseEvent(event);
    const int position = document()->documentLayout()->hitTest(event->position(), Qt::ExactHit);
    if (event->button() == Qt::LeftButton && position >= 0) choose(position, event->position().toPoint());
}

void ChatText::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return choose(textCursor().position(), cursorRect().bottomLeft());
    QTextBrowser::keyPressEvent(event);
}

// The transcript scrolls, not the turn.
void ChatText::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void ChatText::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    m_drawn.clear(); // its colours were the old palette's
    draw();
}

} // namespace fettle::ui
