#include "ui/widgets/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QTabBar>

namespace fettle::ui {

namespace {

bool needsFocus(const QObject* widget) {
    const bool slides =
        qobject_cast<const QAbstractSlider*>(widget) != nullptr && qobject_cast<const QScrollBar*>(widget) == nullptr;
    return slides || qobject_cast<const QAbstractSpinBox*>(widget) != nullptr;
}

bool isChoice(const QObject* widget) {
    return qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const QTabBar*>(widget) != nullptr;
}

} // namespace

void WheelGuard::watch(QWidget* widget) {
    if (!needsFocus(widget) && !isChoice(widget)) return;
    widget->installEventFilter(this);
    // Else the wheel itself would give the focus.
    if (widget->focusPolicy() == Qt::WheelFocus) widget->setFocusPolicy(Qt::StrongFocus);
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel) return QObject::eventFilter(watched, event);
    if (needsFocus(watched) && static_cast<QWidget*>(watched)->hasFocus()) return false;
    event->ignore(); // the page scrolls
    return true;
}

} // namespace fettle::ui
