#pragma once

#include "ui/widgets/charts/chart_base.h"

#include <vector>

namespace fettle::ui {

// A table of numbers as colours, from one through that of the card at 0 to another; its rows from the top.
class MatrixChart : public ChartBase {
    Q_OBJECT
public:
    explicit MatrixChart(Size size, QWidget* parent = nullptr);

    void setValues(std::vector<double> values, int columns); // row by row
    void setTitles(const QString& columns, const QString& rows);

protected:
    void takeValues() override;
    [[nodiscard]] std::optional<QCPRange> reach() const override;
    void fitValues() override;
    void applyColours() override;
    [[nodiscard]] std::optional<double> nearestKey(double key) const override;
    [[nodiscard]] QString cardText(double key, double value) const override;

private:
    [[nodiscard]] int rows() const { return m_columns > 0 ? static_cast<int>(m_values.size()) / m_columns : 0; }
    [[nodiscard]] double at(int row, int column) const;

    std::vector<double> m_values;
    int m_columns = 0;
    QCPColorMap* m_map;
};

} // namespace fettle::ui
