#pragma once

#include <QWidget>

#include <vector>

namespace fettle::ui {

// Bars of equal width with a line that the user can move, by mouse or arrow keys; bars right of it are marked.
class Histogram : public QWidget {
    Q_OBJECT
public:
    explicit Histogram(QWidget* parent = nullptr);
    void setCounts(std::vector<qint64> counts, double binWidth); // bin i holds values from i * binWidth on
    void setAxisTitle(const QString& title);
    void setLine(double value, const QString& name); // without lineMoved()
    [[nodiscard]] double line() const { return m_line; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void lineMoved(double value);
    void lineReleased(double value); // where it stays: after the mouse, or a key

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] double reach() const; // the right end of the axis
    [[nodiscard]] double valueAt(double x) const;
    [[nodiscard]] double xOf(double value) const;
    void moveLine(double value);
    void paintBars(QPainter& painter, const QRectF& plot) const;
    void paintAxis(QPainter& painter, const QRectF& plot) const;
    void paintLine(QPainter& painter, const QRectF& plot) const;

    std::vector<qint64> m_counts;
    double m_binWidth = 1, m_line = 0;
    QString m_axisTitle, m_lineName;
    bool m_isDragging = false;
};

} // namespace fettle::ui
