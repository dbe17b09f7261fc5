#pragma once

#include "ui/text/run_state.h"
#include "ui/widgets/style.h"

#include <QWidget>

namespace fettle::ui {

// A run's state as a word with a shape of its own and a colour.
class StateChip : public QWidget {
    Q_OBJECT
public:
    explicit StateChip(QWidget* parent = nullptr);
    void setState(RunState state);
    [[nodiscard]] RunState state() const { return m_state; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RunState m_state = RunState::Idle;
};

[[nodiscard]] Ink inkOf(RunState state);
// The shape alone, e.g. in a list or the rail.
void paintStateMark(QPainter& painter, const QRectF& place, RunState state, const QPalette& palette);
void paintStateChip(QPainter& painter, const QRect& place, RunState state, const QPalette& palette);

} // namespace fettle::ui
