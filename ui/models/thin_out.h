#pragma once

#include <QPointF>

#include <span>
#include <vector>

namespace fettle::ui {

// At most four points a pixel column (first, lowest, highest, last) of the curve between `from` and `to`, so that no
// peak is lost. One point beyond each end is kept, for the line that leaves the picture. NaN values are left out. `xs`
// ascends.
[[nodiscard]] std::vector<QPointF> thinOut(std::span<const double> xs, std::span<const double> ys, double from,
                                           double to, int pixels);

} // namespace fettle::ui
