#include "ui/pages/data/length_histogram.h"

#include <algorithm>
#include <cmath>

namespace fettle::ui {

namespace {

constexpr int kBins = 40;

} // namespace

LengthHistogram::LengthHistogram(QWidget* parent) : Histogram(parent) {
    setObjectName(QStringLiteral("lengths"));
    setAccessibleName(tr("Lengths of the rows; arrow keys move the length at which they are cut"));
    setTitles(tr("tokens of a row"), tr("rows"));
    setEmptyText(tr("How long the rows are, once they are counted."));
}

void LengthHistogram::show(const DataFigures& figures) {
    const auto& lengths = figures.lengths;
    const int longest = lengths.empty() ? 1 : std::max(1, *std::ranges::max_element(lengths));
    const double width = std::max(1.0, std::ceil(static_cast<double>(longest + 1) / kBins));
    std::vector<qint64> counts(static_cast<std::size_t>(longest / width) + 1, 0);
    for (const int length : lengths)
        if (length >= 0) ++counts[static_cast<std::size_t>(length / width)];
    setCounts(counts, width);
    setLine(static_cast<double>(figures.maxLength), tr("cut at"));
}

} // namespace fettle::ui
