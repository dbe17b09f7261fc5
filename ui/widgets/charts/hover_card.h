#pragma once

#include <QLabel>

namespace fettle::ui {

// The values under a chart's crosshair. It floats over the whole window, so that no chart is too small for it.
class HoverCard : public QLabel {
    Q_OBJECT
public:
    explicit HoverCard(QWidget* window);
    void showBeside(const QPoint& point); // of the window: right of it, left where there is no room

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace fettle::ui
