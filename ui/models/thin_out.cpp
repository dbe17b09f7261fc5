#include "ui/models/thin_out.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fettle::ui {

namespace {

// The first, lowest, highest and last point of one pixel column, as indices.
class Column {
public:
    void add(std::size_t index, std::span<const double> ys) {
        if (!m_isOpen) m_first = m_low = m_high = index;
        m_isOpen = true;
        if (ys[index] < ys[m_low]) m_low = index;
        if (ys[index] > ys[m_high]) m_high = index;
        m_last = index;
    }
    void close(std::span<const double> xs, std::span<const double> ys, std::vector<QPointF>& out) {
        if (!m_isOpen) return;
        std::array<std::size_t, 4> kept = {m_first, m_low, m_high, m_last};
        std::ranges::sort(kept);
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (i == 0 || kept[i] != kept[i - 1]) out.emplace_back(xs[kept[i]], ys[kept[i]]);
        m_isOpen = false;
    }

private:
    std::size_t m_first = 0, m_low = 0, m_high = 0, m_last = 0;
    bool m_isOpen = false;
};

} // namespace

std::vector<QPointF> thinOut(std::span<const double> xs, std::span<const double> ys, double from, double to,
                             int pixels) {
    std::vector<QPointF> points;
    xs = xs.first(std::min(xs.size(), ys.size()));
    if (xs.empty() || pixels <= 0 || !(to > from)) return points;
    auto first = static_cast<std::size_t>(std::ranges::lower_bound(xs, from) - xs.begin());
    auto last = static_cast<std::size_t>(std::ranges::upper_bound(xs, to) - xs.begin());
    if (first > 0) --first;
    if (last < xs.size()) ++last;
    const double width = (to - from) / pixels;
    Column column;
    double current = -HUGE_VAL;
    for (std::size_t i = first; i < last; ++i) {
        if (!std::isfinite(ys[i])) continue;
        const double pixel = std::floor((xs[i] - from) / width);
        if (pixel != current) column.close(xs, ys, points);
        current = pixel;
        column.add(i, ys);
    }
    column.close(xs, ys, points);
    return points;
}

} // namespace fettle::ui
