#include "ui/widgets/charts/bar_chart.h"

#include "ui/text/numbers.h"
#include "ui/widgets/style.h"

#include <algorithm>
#include <cmath>

namespace fettle::ui {

namespace {

constexpr double kAirAbove = 1.06, kMarkedShare = 0.35;
constexpr double kLeastWidthForGap = 4; // pixels

} // namespace

BarChart::BarChart(Size size, QWidget* parent)
    : ChartBase(size, parent), m_bars(new QCPBars(xAxis, yAxis)), m_marked(new QCPBars(xAxis, yAxis)) {}

void BarChart::setBars(std::vector<double> heights, double width) {
    m_heights = std::move(heights);
    m_width = std::max(width, 1e-9);
    refresh();
}

void BarChart::setTitles(const QString& x, const QString& y) {
    xAxis->setLabel(x);
    yAxis->setLabel(y);
    refresh();
}

void BarChart::setMarkedFrom(std::optional<double> limit) {
    m_markedFrom = limit;
    refresh();
}

void BarChart::takeValues() {
    for (QCPBars* bars : {m_bars, m_marked}) {
        bars->data()->clear();
        bars->setWidth(m_width);
    }
    for (std::size_t i = 0; i < m_heights.size(); ++i) {
        const bool isMarked = m_markedFrom && static_cast<double>(i) * m_width >= *m_markedFrom;
        (isMarked ? m_marked : m_bars)->addData(middleOf(i), m_heights[i]);
    }
}

std::optional<QCPRange> BarChart::reach() const {
    if (std::ranges::all_of(m_heights, [](double height) { return height == 0; })) return std::nullopt;
    return QCPRange(0, static_cast<double>(m_heights.size()) * m_width);
}

void BarChart::fitValues() {
    yAxis->setRange(0, kAirAbove * *std::ranges::max_element(m_heights));
}

void BarChart::applyColours() {
    ChartBase::applyColours();
    const QColor beyond = ink(Ink::Warning, palette());
    m_bars->setBrush(ink(Ink::Accent, palette()));
    m_marked->setBrush(QBrush(beyond, Qt::BDiagPattern));
}

// A gap between bars, unless it would be all that is left of them.
void BarChart::placeLabels() {
    const QColor card = ink(Ink::Card, palette());
    const bool isWide = std::abs(xAxis->coordToPixel(m_width) - xAxis->coordToPixel(0)) >= kLeastWidthForGap;
    m_bars->setPen(isWide ? QPen(card, 1) : QPen(ink(Ink::Accent, palette()), 1));
    m_marked->setPen(
        QPen(isWide ? blended(ink(Ink::Warning, palette()), card, kMarkedShare) : ink(Ink::Warning, palette()), 1));
}

std::optional<double> BarChart::nearestKey(double key) const {
    const auto bar = static_cast<std::size_t>(std::max(0.0, key / m_width));
    return bar < m_heights.size() ? std::optional(middleOf(bar)) : std::nullopt;
}

QString BarChart::cardText(double key, double) const {
    const auto bar = static_cast<std::size_t>(key / m_width);
    const double from = static_cast<double>(bar) * m_width;
    return barText(from, from + m_width, m_heights.at(bar));
}

QString BarChart::barText(double from, double to, double height) const {
    return tr("%1 to %2: %3").arg(shortCountText(from), shortCountText(to), shortCountText(height));
}

} // namespace fettle::ui
