#pragma once

#include <QWidget>

#include <vector>

namespace fettle::ui {

// Memory by part, against what there is: every part has a colour, a pattern and a line in the legend.
class StackedBar : public QWidget {
    Q_OBJECT
public:
    struct Part {
        QString name;
        double size = 0;
        QString text = {}; // the size as people read it
    };

    explicit StackedBar(QWidget* parent = nullptr);
    void setParts(std::vector<Part> parts, double capacity, const QString& capacityText); // capacity 0: unknown
    [[nodiscard]] const std::vector<Part>& parts() const { return m_parts; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRect barRect() const;
    [[nodiscard]] double sizeInBar() const; // what the whole width stands for
    int layOutLegend(int width, QPainter* painter) const;

    std::vector<Part> m_parts;
    double m_capacity = 0;
    QString m_capacityText;
};

} // namespace fettle::ui
