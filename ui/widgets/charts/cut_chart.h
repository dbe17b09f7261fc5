#pragma once

#include "ui/widgets/charts/bar_chart.h"

namespace fettle::ui {

// Bars with a line that the user can move, by mouse or arrow keys; bars right of it are marked.
class CutChart : public BarChart {
    Q_OBJECT
public:
    explicit CutChart(QWidget* parent = nullptr);
    void setLine(double value, const QString& name); // without lineMoved()
    [[nodiscard]] double line() const { return m_value; }

Q_SIGNALS:
    void lineMoved(double value);
    void lineReleased(double value); // where it stays: after the mouse, or a key

protected:
    [[nodiscard]] std::optional<QCPRange> reach() const override; // the line is always seen
    void placeLabels() override;
    void applyColours() override;
    [[nodiscard]] QString barText(double from, double to, double height) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void moveLine(double value);
    [[nodiscard]] QString lineText() const;

    QCPItemStraightLine* m_line;
    QCPItemText* m_label;
    double m_value = 0; // 0: there is no line
    QString m_name;
    bool m_isDragging = false;
};

} // namespace fettle::ui
