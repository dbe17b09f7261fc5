#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

#include <vector>

namespace fettle::ui {

void paintSparkline(QPainter& painter, const QRectF& place, const QVector<double>& values, const QColor& color);

// A curve without axes.
class Sparkline : public QWidget {
    Q_OBJECT
public:
    explicit Sparkline(QWidget* parent = nullptr);
    void setValues(const QVector<double>& values);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVector<double> m_values;
};

// Draws a QVector<double> of `role` in a table cell.
class SparklineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit SparklineDelegate(int role, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_role;
};

// Draws the RunState (as int) of `role` as a chip.
class StateDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit StateDelegate(int role, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_role;
};

} // namespace fettle::ui
