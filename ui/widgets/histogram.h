#pragma once

#include <QWidget>

#include <vector>

namespace fettle::ui {

class CutChart;

// Bars of equal width with a line that the user can move; what the window's pages see of the chart.
class Histogram : public QWidget {
    Q_OBJECT
public:
    explicit Histogram(QWidget* parent = nullptr);
    void setCounts(const std::vector<qint64>& counts, double binWidth); // bin i holds values from i * binWidth on
    void setTitles(const QString& x, const QString& y);
    void setEmptyText(const QString& text);
    void setLine(double value, const QString& name); // without lineMoved()
    [[nodiscard]] double line() const;

Q_SIGNALS:
    void lineMoved(double value);
    void lineReleased(double value); // where it stays: after the mouse, or a key

private:
    CutChart* m_chart;
};

} // namespace fettle::ui
