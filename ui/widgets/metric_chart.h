#pragma once

#include "ui/models/metric_model.h"
#include "ui/widgets/plot_library.h"

#include <QPointer>
#include <QTimer>

namespace fettle::ui {

// The drawing of a MetricPlot. Curves follow their models; the picture is drawn at most ten times a second.
class MetricChart : public QCustomPlot {
    Q_OBJECT
public:
    explicit MetricChart(bool isSmall, QWidget* parent = nullptr);

    void addCurve(MetricModel* model, const QString& key, const QString& name);
    void clearCurves();
    [[nodiscard]] int curveCount() const { return static_cast<int>(m_curves.size()); }
    void setEmptyText(const QString& text);
    void setAxis(XAxis axis);
    void setSmoothing(double weight);
    void setLogarithmic(bool isLogarithmic);
    void resetView();
    void setView(double from, double to);
    [[nodiscard]] XAxis axis() const { return m_axis; }
    [[nodiscard]] double smoothing() const { return m_smoothing; }
    [[nodiscard]] bool isLogarithmic() const { return m_isLogarithmic; }
    [[nodiscard]] QByteArray svg();
    [[nodiscard]] QImage picture(); // at twice the size, for print

Q_SIGNALS:
    void viewChanged(double from, double to); // by the user

protected:
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Curve {
        QPointer<MetricModel> model;
        QString key, name;
        QCPGraph *raw = nullptr, *smooth = nullptr, *validation = nullptr;
        std::size_t shown = 0, validationShown = 0; // values taken over so far
        QCPItemText* label = nullptr;
    };
    void setUpAxes();
    void setUpCrosshair();
    void applyColours();
    void colourCurve(std::size_t place);
    void refill(Curve& curve);
    void append(Curve& curve);
    void schedule();
    void redraw();
    void fitY();
    void placeLabels();
    void follow(); // x range changed by the user
    void zoom(double factor, double centre);
    void showCrosshair(const QPointF& position);
    void hideCrosshair();
    [[nodiscard]] QString cardText(double x) const;
    [[nodiscard]] QString valueText(const QString& key, double value) const;
    [[nodiscard]] QCPRange dataRange(bool* isFound) const;

    bool m_isSmall;
    XAxis m_axis = XAxis::Step;
    double m_smoothing = 0.6;
    bool m_isLogarithmic = false;
    bool m_showsAll = true; // the whole run, growing; until the user zooms
    bool m_isDragging = false;
    std::vector<Curve> m_curves;
    QTimer m_timer;
    QCPItemText* m_empty;
    QCPItemText* m_card;
    QCPItemStraightLine* m_cross;
};

} // namespace fettle::ui
