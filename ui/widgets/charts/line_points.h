#pragma once

#include "ui/widgets/charts/plot_library.h"

#include <vector>

namespace fettle::ui {

// The points of a line, and of each block of them the lowest and the highest, and of blocks of those again: however
// many there are, what is seen of them is drawn from a few a pixel and looks the same.
class LinePoints {
public:
    void append(const QVector<QCPGraphData>& points); // their keys ascend, from those before
    void clear() { m_levels.clear(); }

    struct Seen {
        QVector<QCPGraphData> points;
        int level = 0; // each holds half of the points of the one below; 0: all of them
    };
    // Those between the keys and one beyond either end, at the lowest level where they are no more than `most`.
    [[nodiscard]] Seen seen(const QCPRange& keys, std::ptrdiff_t most) const;

    [[nodiscard]] bool isEmpty() const { return m_levels.empty(); }
    // Of a line that is not empty.
    [[nodiscard]] QCPRange keys() const { return {all().front().key, last().key}; }
    [[nodiscard]] const QCPGraphData& last() const { return all().back(); }
    [[nodiscard]] const QCPGraphData& nearest(double key) const;

private:
    using Level = std::vector<QCPGraphData>;
    [[nodiscard]] const Level& all() const { return m_levels.front(); }
    void appendTo(std::size_t level, std::size_t changedBelow);

    std::vector<Level> m_levels;
};

} // namespace fettle::ui
