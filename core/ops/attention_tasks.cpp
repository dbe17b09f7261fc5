#include "core/ops/attention_tasks.h"

#include <algorithm>

namespace fettle::ops {

namespace {

constexpr std::size_t kTasksOfThread = 4; // so many even out segments of different lengths

// The stretch of key rows that holds all spans of a segment.
struct Reach {
    const Segment* segment;
    std::int64_t begin = 0, end = 0;
};

Reach reachOf(const Segment& segment) {
    Reach reach{&segment};
    for (const KeySpan& span : segment.keys) {
        const bool isFirst = reach.begin == reach.end;
        reach.begin = isFirst ? span.begin : std::min(reach.begin, span.begin);
        reach.end = isFirst ? span.end : std::max(reach.end, span.end);
    }
    return reach;
}

std::vector<std::vector<Segment>> withoutCommonKeys(const std::vector<Segment>& segments) {
    std::vector<Reach> reaches;
    for (const Segment& segment : segments)
        reaches.push_back(reachOf(segment));
    std::stable_sort(reaches.begin(), reaches.end(), [](const Reach& a, const Reach& b) { return a.begin < b.begin; });
    std::vector<std::vector<Segment>> sets;
    std::int64_t end = 0;
    for (const Reach& reach : reaches) {
        if (sets.empty() || reach.begin >= end) sets.emplace_back();
        sets.back().push_back(*reach.segment);
        end = std::max(end, reach.end);
    }
    return sets;
}

} // namespace

std::vector<AttentionTask> attentionTasks(const std::vector<Segment>& segments, std::int64_t groups,
                                          std::int64_t threads) {
    if (threads <= 1 || segments.empty()) return {{0, groups, segments}};
    const std::vector<std::vector<Segment>> sets = withoutCommonKeys(segments);
    const bool isSplit = sets.size() < kTasksOfThread * static_cast<std::size_t>(threads);
    const std::int64_t together = isSplit ? 1 : groups;
    std::vector<AttentionTask> tasks;
    for (std::int64_t group = 0; group < groups; group += together)
        for (const std::vector<Segment>& set : sets)
            tasks.push_back({group, together, set});
    return tasks;
}

} // namespace fettle::ops
