#include "ui/widgets/label.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>

namespace fettle::ui {

Label::Label(const QString& text, TextRole role, QWidget* parent)
    : QLabel(text, parent), m_role(role), m_ink(role == TextRole::Secondary ? Ink::Secondary : Ink::Text) {
    setWordWrap(role == TextRole::Body || role == TextRole::Secondary);
    setTextFormat(Qt::PlainText);
    follow();
}

void Label::setInk(Ink ink) {
    m_ink = ink;
    follow();
}

void Label::setElideMode(Qt::TextElideMode mode) {
    m_elideMode = mode;
    update();
}

void Label::setElided(bool isElided) {
    m_isElided = isElided;
    if (isElided) setWordWrap(false);
    updateGeometry();
}

QSize Label::minimumSizeHint() const {
    if (!m_isElided) return QLabel::minimumSizeHint();
    return {fontMetrics().horizontalAdvance(QStringLiteral("mmmmm")), QLabel::minimumSizeHint().height()};
}

bool Label::hasHeightForWidth() const {
    return wordWrap() && QLabel::hasHeightForWidth();
}

void Label::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange) follow(); // applyLook()
}

void Label::paintEvent(QPaintEvent* event) {
    if (!m_isElided) return QLabel::paintEvent(event);
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), m_elideMode, width());
    setToolTip(shown == text() ? QString() : text());
    style()->drawItemText(&painter, rect(), int(alignment()), palette(), isEnabled(), shown, foregroundRole());
}

void Label::follow() {
    const QFont wanted = fontOf(m_role);
    if (font() != wanted) setFont(wanted);
    QPalette colours = paletteOf(lookOf(QGuiApplication::palette()));
    colours.setColor(QPalette::Active, QPalette::WindowText, ink(m_ink, colours));
    colours.setColor(QPalette::Inactive, QPalette::WindowText, ink(m_ink, colours));
    setPalette(colours);
}

} // namespace fettle::ui
