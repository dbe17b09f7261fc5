#include "ui/widgets/state_chip.h"

#include "ui/widgets/control_painting.h"
#include "ui/widgets/icon.h"

#include <QPainter>

namespace fettle::ui {

namespace {

QSize chipSize(const QString& text) {
    const QFontMetrics metrics(fontOf(TextRole::Secondary));
    const int height = metrics.height() + 2 * kTightGap;
    return {metrics.horizontalAdvance(text) + height + kGap, height};
}

QString iconOf(RunState state) {
    switch (state) {
    case RunState::Idle:
        return {};
    case RunState::Queued:
        return QStringLiteral("clock");
    case RunState::Starting:
    case RunState::Training:
        return QStringLiteral("play");
    case RunState::Pausing:
    case RunState::Paused:
        return QStringLiteral("pause");
    case RunState::Stopping:
    case RunState::Stopped:
        return QStringLiteral("stop");
    case RunState::Finished:
        return QStringLiteral("check");
    case RunState::Failed:
        return QStringLiteral("error");
    case RunState::Interrupted:
        return QStringLiteral("warning");
    }
    return {};
}

} // namespace

Ink inkOf(RunState state) {
    switch (state) {
    case RunState::Starting:
    case RunState::Training:
        return Ink::Accent;
    case RunState::Pausing:
    case RunState::Paused:
    case RunState::Stopping:
    case RunState::Interrupted:
        return Ink::Warning;
    case RunState::Finished:
        return Ink::Good;
    case RunState::Failed:
        return Ink::Danger;
    default:
        return Ink::Secondary;
    }
}

void paintStateMark(QPainter& painter, const QRectF& place, RunState state, const QPalette& palette) {
    const QString name = iconOf(state);
    const QColor color = ink(inkOf(state), palette);
    if (!name.isEmpty()) return paintIcon(painter, place, name, color);
    const double inset = place.width() * 0.3;
    paintRounded(painter, place.adjusted(inset, inset, -inset, -inset), place.width(), {}, color, 1.5);
}

void paintStateChip(QPainter& painter, const QRect& place, RunState state, const QPalette& palette) {
    const QString text = runStateText(state);
    QRect chip({}, chipSize(text));
    chip.moveTo(place.left(), place.top() + (place.height() - chip.height()) / 2);
    const QColor color = ink(inkOf(state), palette);
    const QColor card = ink(Ink::Card, palette);
    paintRounded(painter, QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), chip.height() / 2.0, blended(color, card, 0.08),
                 blended(color, card, 0.5));
    const QRectF mark = QRectF(chip.left(), chip.top(), chip.height(), chip.height()).adjusted(5, 5, -3, -3);
    paintStateMark(painter, mark, state, palette);
    painter.setFont(fontOf(TextRole::Secondary));
    painter.setPen(color);
    painter.drawText(chip.adjusted(chip.height(), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

StateChip::StateChip(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState(RunState::Idle);
}

void StateChip::setState(RunState state) {
    m_state = state;
    setAccessibleName(runStateText(state));
    updateGeometry();
    update();
}

QSize StateChip::sizeHint() const {
    return chipSize(runStateText(m_state));
}

void StateChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintStateChip(painter, rect(), m_state, palette());
}

} // namespace fettle::ui
