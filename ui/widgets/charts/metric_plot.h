#pragma once

#include "core/config/metrics.h"
#include "ui/models/metric_model.h"

#include <QWidget>

namespace fettle::ui {

class Button;
class ErrorStrip;
class Label;
class MetricChart;

// A chart of one metric in a frame: title with unit, tools that appear when it is used, the offer of a logarithmic
// axis.
class MetricPlot : public QWidget {
    Q_OBJECT
public:
    enum class Size { Large, Small }; // Small: no tools

    explicit MetricPlot(Size size = Size::Large, QWidget* parent = nullptr);
    ~MetricPlot() override;

    void setMetric(const Metric& metric);   // title, unit, smoothing, scale; takes away the curves
    void setEmptyText(const QString& text); // says what will appear
    // One curve per call, in the colour of its place; `name` is its label. Follows the model while both live.
    void addCurve(MetricModel* model, const QString& name);
    void clearCurves();
    [[nodiscard]] int curveCount() const;
    [[nodiscard]] const Metric& metric() const;

    [[nodiscard]] XAxis xAxis() const;
    [[nodiscard]] double smoothing() const; // weight of the moving average; 0: raw only
    [[nodiscard]] bool isLogarithmic() const;

public Q_SLOTS:
    void setXAxis(fettle::ui::XAxis axis);
    void setSmoothing(double weight); // without effect on what is exact
    void setLogarithmic(bool isLogarithmic);
    void resetView();
    void setView(double from, double to); // of a chart beside it
    void savePicture(const QString& file);

Q_SIGNALS:
    void viewChanged(double from, double to); // the x range: charts beside it can follow
    void settingsChanged();                   // axis, smoothing or logarithm, by the user
    void saved(const QString& file);

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addTools();
    void addMenus();
    void showTools();
    void showOffer();
    [[nodiscard]] QLayout* makeHead();

    MetricChart* m_chart;
    Label *m_title, *m_direction;
    Button* m_offer; // of the logarithm
    QWidget* m_tools;
    ErrorStrip* m_error;
    bool m_isWide = false; // the values span decades
};

} // namespace fettle::ui
