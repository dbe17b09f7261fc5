#include "ui/widgets/charts/matrix_chart.h"

#include "ui/text/numbers.h"
#include "ui/widgets/style.h"

#include <algorithm>
#include <cmath>

namespace fettle::ui {

namespace {

constexpr int kLevels = 351; // odd: 0 is one of them

} // namespace

MatrixChart::MatrixChart(Size size, QWidget* parent) : ChartBase(size, parent), m_map(new QCPColorMap(xAxis, yAxis)) {
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    yAxis->setRangeReversed(true);
    yAxis->grid()->setVisible(false);
    for (QCPAxis* axis : {xAxis, yAxis}) {
        const QSharedPointer<QCPAxisTickerFixed> whole(new QCPAxisTickerFixed);
        whole->setScaleStrategy(QCPAxisTickerFixed::ssMultiples); // of 1: rows and columns are whole
        axis->setTicker(whole);
    }
}

void MatrixChart::setValues(std::vector<double> values, int columns) {
    m_values = std::move(values);
    m_columns = columns;
    resetView();
}

void MatrixChart::setTitles(const QString& columns, const QString& rows) {
    xAxis->setLabel(columns);
    yAxis->setLabel(rows);
    refresh();
}

double MatrixChart::at(int row, int column) const {
    return m_values.at(static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                       static_cast<std::size_t>(column));
}

void MatrixChart::takeValues() {
    QCPColorMapData& cells = *m_map->data();
    cells.setSize(m_columns, rows());
    cells.setRange(QCPRange(0, std::max(0, m_columns - 1)), QCPRange(0, std::max(0, rows() - 1)));
    double largest = 0;
    for (int row = 0; row < rows(); ++row)
        for (int column = 0; column < m_columns; ++column) {
            cells.setCell(column, row, at(row, column));
            if (std::isfinite(at(row, column))) largest = std::max(largest, std::abs(at(row, column)));
        }
    m_map->setDataRange(QCPRange(-largest, largest)); // so that 0 has the card's colour
}

std::optional<QCPRange> MatrixChart::reach() const {
    return rows() > 0 ? std::optional(QCPRange(-0.5, m_columns - 0.5)) : std::nullopt;
}

void MatrixChart::fitValues() {
    yAxis->setRange(-0.5, rows() - 0.5);
}

void MatrixChart::applyColours() {
    ChartBase::applyColours();
    QCPColorGradient colours;
    colours.setLevelCount(kLevels);
    colours.setColorStops(
        {{0, ink(Ink::Base, palette())}, {0.5, ink(Ink::Card, palette())}, {1, ink(Ink::Tuned, palette())}});
    m_map->setGradient(colours);
}

std::optional<double> MatrixChart::nearestKey(double key) const {
    return rows() > 0 ? std::optional(std::clamp(std::round(key), 0.0, m_columns - 1.0)) : std::nullopt;
}

QString MatrixChart::cardText(double key, double value) const {
    const int row = std::clamp(static_cast<int>(std::lround(value)), 0, rows() - 1);
    const int column = static_cast<int>(key);
    return tr("Row %1, column %2: %3").arg(countText(row), countText(column), metricText(at(row, column)));
}

} // namespace fettle::ui
