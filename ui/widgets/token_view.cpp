#include "ui/widgets/token_view.h"

#include "ui/widgets/style.h"
#include "ui/widgets/token_format.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace fettle::ui {

namespace {

// Line breaks and tabs as signs; spaces stay spaces, so that the text reads.
QString shownText(const TokenCell& cell) {
    QString shown = cell.text.isEmpty() ? cell.piece : cell.text;
    return shown.replace(QLatin1Char('\n'), QStringLiteral("\u21B5\n")).replace(QLatin1Char('\t'), QChar(0x2192));
}

QTextCharFormat headingFormat(const QPalette& palette) {
    QTextCharFormat format;
    format.setFont(fontOf(TextRole::Strong));
    format.setForeground(ink(Ink::Text, palette));
    return format;
}

QTextBlockFormat spacedAbove(bool isFirst) {
    QTextBlockFormat format;
    format.setTopMargin(isFirst ? 0 : kGroupGap);
    return format;
}

} // namespace

TokenView::TokenView(QWidget* parent) : QTextEdit(parent) {
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Tokens"));
    connect(this, &QTextEdit::cursorPositionChanged, this, &TokenView::followCursor);
}

void TokenView::setModel(TokensModel* model) {
    if (m_model != nullptr) m_model->disconnect(this);
    m_model = model;
    connect(model, &QAbstractItemModel::modelReset, this, &TokenView::fill);
    fill();
}

void TokenView::fill() {
    m_isFilling = true;
    m_current = -1;
    m_places.clear();
    setExtraSelections({});
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    const auto& strands = m_model->strands();
    auto strand = strands.begin();
    for (std::size_t token = 0; token < m_model->tokens().size(); ++token) {
        for (; strands.size() > 1 && strand != strands.end() && strand->begin == static_cast<int>(token); ++strand) {
            const bool isFirst = cursor.atStart();
            if (!isFirst) cursor.insertBlock();
            cursor.setBlockFormat(spacedAbove(isFirst));
            cursor.insertText(m_model->strandTitle(static_cast<int>(strand - strands.begin())),
                              headingFormat(palette()));
            cursor.insertBlock(spacedAbove(true));
        }
        insertToken(cursor, token);
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
    m_isFilling = false;
}

void TokenView::insertToken(QTextCursor& cursor, std::size_t token) {
    const int begin = cursor.position();
    const TokenCell& cell = m_model->tokens()[token];
    cursor.insertText(shownText(cell), tokenFormat(cell.kind, static_cast<int>(token), palette()));
    m_places.push_back({begin, cursor.position()});
}

int TokenView::tokenAt(int position) const {
    const auto place = std::ranges::upper_bound(m_places, position, {}, &Place::end);
    const bool isInside = place != m_places.end() && place->begin <= position;
    return isInside ? static_cast<int>(place - m_places.begin()) : -1;
}

void TokenView::moveTo(int token) {
    if (token < 0 || token >= static_cast<int>(m_places.size())) return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(m_places[static_cast<std::size_t>(token)].begin);
    setTextCursor(cursor);
    followCursor(); // at the very start the cursor stands there already
}

void TokenView::followCursor() {
    const int token = m_isFilling ? -1 : tokenAt(textCursor().selectionStart());
    if (token < 0 || token == m_current) return;
    m_current = token;
    markCurrent();
    setAccessibleDescription(tip(token));
    Q_EMIT currentChanged(token);
}

void TokenView::markCurrent() {
    const Place& place = m_places[static_cast<std::size_t>(m_current)];
    ExtraSelection mark;
    mark.cursor = QTextCursor(document());
    mark.cursor.setPosition(place.begin);
    mark.cursor.setPosition(place.end, QTextCursor::KeepAnchor);
    mark.format.setBackground(ink(Ink::Selection, palette()));
    setExtraSelections({mark});
}

QString TokenView::tip(int token) const {
    return m_model->data(m_model->index(token), Qt::ToolTipRole).toString();
}

void TokenView::changeEvent(QEvent* event) {
    QTextEdit::changeEvent(event);
    const bool looksOther = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
                            event->type() == QEvent::ApplicationFontChange;
    if (looksOther && m_model != nullptr) fill();
}

void TokenView::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() != Qt::NoModifier) return QTextEdit::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(std::max(0, m_current - 1));
    case Qt::Key_Right:
        return moveTo(m_current + 1);
    case Qt::Key_Home:
        return moveTo(0);
    case Qt::Key_End:
        return moveTo(static_cast<int>(m_places.size()) - 1);
    default:
        QTextEdit::keyPressEvent(event);
    }
}

bool TokenView::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip || m_model == nullptr) return QTextEdit::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QPointF point = help->pos() + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const int token = tokenAt(document()->documentLayout()->hitTest(point, Qt::ExactHit));
    if (token < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tip(token), this);
    return true;
}

QMimeData* TokenView::createMimeDataFromSelection() const {
    const QTextCursor cursor = textCursor();
    QString text;
    for (std::size_t token = 0; token < m_places.size(); ++token)
        if (m_places[token].begin < cursor.selectionEnd() && m_places[token].end > cursor.selectionStart())
            text += m_model->tokens()[token].text;
    auto* copied = new QMimeData;
    copied->setText(text);
    return copied;
}

} // namespace fettle::ui
