#include "ui/widgets/histogram.h"

#include "ui/widgets/charts/cut_chart.h"

#include <QVBoxLayout>

namespace fettle::ui {

Histogram::Histogram(QWidget* parent) : QWidget(parent), m_chart(new CutChart) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_chart);
    m_chart->setMinimumHeight(0); // its height is the page's
    m_chart->setObjectName(QStringLiteral("chart"));
    setFocusProxy(m_chart);
    connect(m_chart, &CutChart::lineMoved, this, &Histogram::lineMoved);
    connect(m_chart, &CutChart::lineReleased, this, &Histogram::lineReleased);
}

void Histogram::setCounts(const std::vector<qint64>& counts, double binWidth) {
    m_chart->setBars({counts.begin(), counts.end()}, binWidth);
}

void Histogram::setTitles(const QString& x, const QString& y) {
    m_chart->setTitles(x, y);
    m_chart->setAccessibleName(accessibleName());
}

void Histogram::setEmptyText(const QString& text) {
    m_chart->setEmptyText(text);
}

void Histogram::setLine(double value, const QString& name) {
    m_chart->setLine(value, name);
}

double Histogram::line() const {
    return m_chart->line();
}

} // namespace fettle::ui
