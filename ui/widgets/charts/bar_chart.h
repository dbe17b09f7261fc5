#pragma once

#include "ui/widgets/charts/chart_base.h"

#include <vector>

namespace fettle::ui {

// Bars of equal width side by side: bar i holds what lies from i * width on. Those from a limit on are marked, by
// colour and by hatching.
class BarChart : public ChartBase {
    Q_OBJECT
public:
    explicit BarChart(Size size, QWidget* parent = nullptr);

    void setBars(std::vector<double> heights, double width);
    void setTitles(const QString& x, const QString& y);
    void setMarkedFrom(std::optional<double> limit);
    [[nodiscard]] double barWidth() const { return m_width; }

protected:
    void takeValues() override;
    [[nodiscard]] std::optional<QCPRange> reach() const override;
    void fitValues() override;
    void applyColours() override;
    void placeLabels() override;
    [[nodiscard]] std::optional<double> nearestKey(double key) const override; // the middle of a bar
    [[nodiscard]] QString cardText(double key, double value) const override;
    // What the card says of a bar.
    [[nodiscard]] virtual QString barText(double from, double to, double height) const;

private:
    [[nodiscard]] double middleOf(std::size_t bar) const { return (static_cast<double>(bar) + 0.5) * m_width; }

    std::vector<double> m_heights;
    double m_width = 1;
    std::optional<double> m_markedFrom;
    QCPBars *m_bars, *m_marked;
};

} // namespace fettle::ui
