#include "ui/widgets/charts/line_points.h"

#include <algorithm>
#include <cmath>

namespace fettle::ui {

namespace {

constexpr std::size_t kBlock = 4, kKept = 2; // of a block of the level below: its lowest and its highest, by key

bool isBefore(const QCPGraphData& point, double key) {
    return point.key < key;
}

bool isLower(const QCPGraphData& one, const QCPGraphData& other) {
    return one.value < other.value;
}

} // namespace

void LinePoints::append(const QVector<QCPGraphData>& points) {
    if (points.isEmpty()) return;
    if (m_levels.empty()) m_levels.emplace_back();
    const std::size_t before = all().size();
    m_levels.front().insert(m_levels.front().end(), points.begin(), points.end());
    std::size_t changed = before;
    for (std::size_t level = 1; m_levels[level - 1].size() > kBlock; ++level) {
        appendTo(level, changed);
        changed = changed / kBlock * kKept;
    }
}

// From the block on that holds the first entry of the level below that is new or not what it was.
void LinePoints::appendTo(std::size_t level, std::size_t changedBelow) {
    if (level == m_levels.size()) m_levels.emplace_back();
    const Level& below = m_levels[level - 1];
    Level& own = m_levels[level];
    std::size_t at = std::min(changedBelow / kBlock, own.size() / kKept) * kBlock;
    own.resize(at / kBlock * kKept);
    own.reserve((below.size() + kBlock - 1) / kBlock * kKept);
    for (; at < below.size(); at += kBlock) {
        const auto first = below.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = below.begin() + static_cast<std::ptrdiff_t>(std::min(at + kBlock, below.size()));
        auto [low, high] = std::minmax_element(first, end, isLower);
        if (high < low) std::swap(low, high);
        own.push_back(*low);
        own.push_back(*high);
    }
}

LinePoints::Seen LinePoints::seen(const QCPRange& keys, std::ptrdiff_t most) const {
    for (std::size_t level = 0; level < m_levels.size(); ++level) {
        const Level& points = m_levels[level];
        auto first = std::lower_bound(points.begin(), points.end(), keys.lower, isBefore);
        auto end = std::lower_bound(first, points.end(), std::nextafter(keys.upper, INFINITY), isBefore);
        if (first != points.begin()) --first;
        if (end != points.end()) ++end;
        if (end - first <= most || level + 1 == m_levels.size())
            return {QVector<QCPGraphData>(first, end), static_cast<int>(level)};
    }
    return {};
}

const QCPGraphData& LinePoints::nearest(double key) const {
    const auto next = std::lower_bound(all().begin(), all().end(), key, isBefore);
    if (next == all().end()) return last();
    if (next == all().begin()) return *next;
    const auto before = next - 1;
    return key - before->key < next->key - key ? *before : *next;
}

} // namespace fettle::ui
