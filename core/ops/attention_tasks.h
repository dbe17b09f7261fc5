#pragma once

#include "core/ops/attention.h"

namespace fettle::ops {

// Some key/value heads of some segments. Tasks share no row of a head, neither of queries nor of keys, so that they may
// run at the same time and write their own rows of every gradient.
struct AttentionTask {
    std::int64_t firstGroup = 0, groups = 0;
    std::vector<Segment> segments;
};

// All work in tasks: one for each set of segments that see common keys, split by key/value heads where these are too
// few to keep `threads` equally busy. With one thread, one task.
[[nodiscard]] std::vector<AttentionTask> attentionTasks(const std::vector<Segment>& segments, std::int64_t groups,
                                                        std::int64_t threads);

} // namespace fettle::ops
