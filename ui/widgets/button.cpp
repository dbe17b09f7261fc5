#include "ui/widgets/button.h"

#include "ui/widgets/icon.h"

#include <QAction>

namespace fettle::ui {

Button::Button(const QString& text, ButtonKind kind, QWidget* parent) : QPushButton(text, parent), m_kind(kind) {
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
}

Button::Button(QAction* action, ButtonKind kind, QWidget* parent) : Button(QString(), kind, parent) {
    m_action = action;
    connect(action, &QAction::changed, this, &Button::follow);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    if (!action->objectName().isEmpty()) setObjectName(action->objectName() + QStringLiteral("Button"));
    follow();
}

void Button::setIconName(const QString& name) {
    setIcon(fettle::ui::icon(name, m_kind == ButtonKind::Primary ? Ink::OnAccent : Ink::Text));
}

void Button::setCompact(bool isCompact) {
    if (m_isCompact == isCompact) return;
    m_isCompact = isCompact;
    follow();
}

void Button::follow() {
    const bool isIconAlone = m_isCompact && !m_action->icon().isNull();
    setText(isIconAlone ? QString() : m_action->text());
    setAccessibleName(isIconAlone ? m_action->iconText() : QString()); // else its text
    const QString name = m_action->icon().name();
    if (hasIcon(name))
        setIconName(name); // in the button's own colour
    else
        setIcon(m_action->icon());
    setToolTip(!isIconAlone && m_action->toolTip() == m_action->iconText() ? QString() : m_action->toolTip());
    setEnabled(m_action->isEnabled());
    // Only a change: showing a button that has no parent yet would make it a window.
    if (m_isVisible == m_action->isVisible()) return;
    m_isVisible = m_action->isVisible();
    setVisible(m_isVisible);
}

IconButton::IconButton(const QString& iconName, const QString& text, QWidget* parent)
    : Button(QString(), ButtonKind::Quiet, parent) {
    setIconName(iconName);
    setToolTip(text);
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize IconButton::sizeHint() const {
    return {scaled(kControlHeight), scaled(kControlHeight)};
}

} // namespace fettle::ui
