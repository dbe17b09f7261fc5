#pragma once

#include "ui/models/metric_model.h"

#include <QWidget>

namespace fettle::ui {

class Label;
class MetricChart;

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
    void setView(double from, double to); // of a chart beside it
    void copyPicture();
    void savePicture(const QString& file); // .png or .svg; saved() or saveFailed()
    void askWhereToSave();

Q_SIGNALS:
    void viewChanged(double from, double to); // the x range: charts beside it can follow
    void settingsChanged();                   // axis, smoothing or logarithm, by the user
    void saved(const QString& file);
    void saveFailed(const QString& problem);

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addTools();
    void showTools();
    void write(const QString& file, const QByteArray& bytes);

    MetricChart* m_chart;
    Label* m_title;
    QWidget* m_tools;
};

} // namespace fettle::ui
