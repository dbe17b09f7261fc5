#pragma once

#include "ui/models/metric_model.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <vector>

namespace fettle::ui {

// A chart of one metric, of one run or several. The only user of QCustomPlot (metric_plot*.cpp).
class MetricPlot : public QWidget {
    Q_OBJECT
public:
    enum class Size { Large, Small }; // Small: no toolbar, fewer ticks

    explicit MetricPlot(Size size = Size::Large, QWidget* parent = nullptr);
    ~MetricPlot() override;

    void setTitle(const QString& title, const QString& unit); // of the y axis: "Loss", "nats"
    void setEmptyText(const QString& text);                   // says what will appear
    // One curve per call, in the colour of its place; `name` is its label. Follows the model while both live.
    void addCurve(MetricModel* model, const QString& key, const QString& name);
    void clearCurves();
    [[nodiscard]] int curveCount() const;

    [[nodiscard]] XAxis xAxis() const;
    [[nodiscard]] double smoothing() const; // weight of the moving average; 0: raw only
    [[nodiscard]] bool isLogarithmic() const;

public Q_SLOTS:
    void setXAxis(fettle::ui::XAxis axis);
    void setSmoothing(double weight);
    void setLogarithmic(bool isLogarithmic);
    void resetView();
    void copyPicture();
    void savePicture(const QString& file); // .png or .svg; saved() or saveFailed()
    void askWhereToSave();

Q_SIGNALS:
    void viewChanged(double from, double to); // the x range: charts beside it can follow
    void settingsChanged();                   // axis, smoothing or logarithm, by the user
    void saved(const QString& file);
    void saveFailed(const QString& problem);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Chart;
    std::unique_ptr<Chart> m_chart;
};

} // namespace fettle::ui
