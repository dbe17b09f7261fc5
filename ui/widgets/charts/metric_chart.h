#pragma once

#include "core/config/metrics.h"
#include "ui/models/metric_model.h"
#include "ui/widgets/charts/chart_base.h"
#include "ui/widgets/charts/chart_tickers.h"
#include "ui/widgets/charts/line_points.h"

#include <vector>

namespace fettle::ui {

// One metric over one run or several: a line each, the points of its evaluations as marks. Lines follow their models.
class MetricChart : public ChartBase {
    Q_OBJECT
public:
    explicit MetricChart(Size size, QWidget* parent = nullptr);

    void setMetric(const Metric& metric); // what the next curves show; takes away those that are there
    void addCurve(MetricModel* model, const QString& name);
    void clearCurves();
    void setAxis(XAxis axis);
    void setSmoothing(double weight); // without effect on what is exact
    void setScale(Scale scale);

    [[nodiscard]] const Metric& metric() const { return m_metric; }
    [[nodiscard]] int curveCount() const { return static_cast<int>(m_curves.size()); }
    [[nodiscard]] XAxis axis() const { return m_axis; }
    [[nodiscard]] double smoothing() const { return m_metric.isExact() ? 0 : m_smoothing; }
    [[nodiscard]] Scale scale() const { return m_scale; }

Q_SIGNALS:
    void widened(); // the values fell or rose so far that the logarithm shows them better

protected:
    void takeValues() override;
    [[nodiscard]] std::optional<QCPRange> reach() const override;
    void fitValues() override;
    void placeLabels() override;
    void applyColours() override;
    [[nodiscard]] std::optional<double> nearestKey(double key) const override;
    [[nodiscard]] QString cardText(double key, double value) const override;

private:
    struct Line {
        LinePoints points;
        QCPGraph* graph = nullptr; // draws what is seen of them
    };
    struct Curve {
        QPointer<MetricModel> model;
        QString name;
        Line raw, smooth;
        QCPGraph* evaluations = nullptr;
        std::size_t shown = 0, evaluationsShown = 0; // values taken over so far
        QCPItemText* label = nullptr;
    };
    [[nodiscard]] Curve makeCurve(MetricModel* model, const QString& name);
    [[nodiscard]] const Line& lineOf(const Curve& curve) const; // the one that counts
    void showLines();
    [[nodiscard]] QStringList cardLines(const Curve& curve, double key) const;
    [[nodiscard]] bool isAlone() const { return m_curves.size() == 1; }
    void append(Curve& curve);
    void refill();
    void colourCurve(std::size_t place);
    void showTickers();
    void showLegend();
    void lookForDecades();

    Metric m_metric;
    XAxis m_axis = XAxis::Step;
    double m_smoothing;
    Scale m_scale = Scale::Linear;
    bool m_isWide = false;
    double m_lowest = 0, m_highest = 0; // above 0, of what was taken over; 0: nothing yet
    std::vector<Curve> m_curves;
};

} // namespace fettle::ui
