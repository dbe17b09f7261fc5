#include "core/ops/attention_kernels.h"
#include "core/ops/cpu/few_rows.h"
#include "core/ops/cpu/rows.h"

#include <cmath>

namespace fettle::ops::cpu {

namespace {

constexpr std::int64_t kFewQueries = 6;

struct Query {
    std::int64_t row, position;
    const Segment* segment;
};

std::vector<Query> queriesOf(const std::vector<Segment>& segments) {
    std::vector<Query> queries;
    for (const Segment& segment : segments)
        for (std::int64_t row = segment.begin; row < segment.end; ++row)
            queries.push_back({row, segment.position + row - segment.begin, &segment});
    return queries;
}

// Rows of the keys that a query sees: of each span those up to its position and inside its window.
std::vector<KeyRange> visibleRows(const Query& query, std::int64_t window) {
    std::vector<KeyRange> ranges;
    for (const KeySpan& span : query.segment->keys) {
        const KeySpan part = visiblePart(span, query.position, query.position, window);
        if (part.begin < part.end) ranges.push_back({part.begin, part.end});
    }
    return ranges;
}

// Room of one thread that stays from token to token.
struct Room {
    std::vector<float> query, scores, sum;
};

// The scores as they enter the softmax, in place.
void capScores(std::vector<float>& scores, const AttentionOptions& options) {
    const auto cap = static_cast<float>(options.softCap), share = static_cast<float>(options.scale / options.softCap);
    for (float& score : scores)
        score = cap * std::tanh(score * share);
}

// softmax(scale q k^T) v of one query and head into `out` [hd].
template <class T>
void attend(const RowKernels<T>& loops, const T* q, const T* k, const T* v, std::int64_t stride,
            const std::vector<KeyRange>& ranges, std::int64_t headDim, const AttentionOptions& options, Room& room,
            T* out) {
    room.query.resize(static_cast<std::size_t>(headDim));
    loops.widen(q, room.query.data(), headDim);
    room.scores.clear();
    for (const KeyRange& range : ranges) {
        const std::size_t before = room.scores.size();
        room.scores.resize(before + static_cast<std::size_t>(range.end - range.begin));
        loops.dotRows(k + range.begin * stride, stride, range.end - range.begin, {room.query.data(), 1, headDim, 0},
                      room.scores.data() + before, false);
    }
    const KeyRange all{0, std::ssize(room.scores)};
    if (options.softCap > 0) capScores(room.scores, options);
    const double scale = options.softCap > 0 ? 1 : options.scale;
    (void)kernels().fp32.softmaxRow(room.scores.data(), all.end, &all, 1, static_cast<float>(scale));
    room.sum.assign(static_cast<std::size_t>(headDim), 0);
    const float* weights = room.scores.data();
    for (const KeyRange& range : ranges) {
        loops.addScaledRows(v + range.begin * stride, stride, range.end - range.begin, weights, room.sum.data(),
                            headDim);
        weights += range.end - range.begin;
    }
    loops.round(room.sum.data(), out, headDim);
}

bool servesFewQueries(const at::Tensor& q_NHd, const at::Tensor& k_MGd) {
    return !at::GradMode::is_enabled() && q_NHd.size(0) <= kFewQueries && hasRowLoops(q_NHd) &&
           k_MGd.scalar_type() == q_NHd.scalar_type();
}

} // namespace

at::Tensor fewQueries(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                      const std::vector<Segment>& segments, const AttentionOptions& options) {
    if (!servesFewQueries(q_NHd, k_MGd)) return {};
    const std::int64_t heads = q_NHd.size(1), headDim = q_NHd.size(2), groups = k_MGd.size(1);
    const at::Tensor q = q_NHd.contiguous(), k = k_MGd.contiguous(), v = v_MGd.contiguous();
    at::Tensor out = at::zeros_like(q); // rows outside all segments stay zero
    const std::vector<Query> queries = queriesOf(segments);
    withLoopsOf(q, [&](const auto& loops) {
        const auto* queryRows = readPointer(loops, q);
        const auto* keys = readPointer(loops, k);
        const auto* values = readPointer(loops, v);
        auto* results = writePointer(loops, out);
        at::parallel_for(0, std::ssize(queries) * heads, 2, [&](std::int64_t begin, std::int64_t end) {
            static thread_local Room room;
            for (std::int64_t i = begin; i < end; ++i) {
                const Query& query = queries[static_cast<std::size_t>(i / heads)];
                const std::int64_t head = i % heads, group = head / (heads / groups);
                const std::int64_t at = (query.row * heads + head) * headDim;
                attend(loops, queryRows + at, keys + group * headDim, values + group * headDim, groups * headDim,
                       visibleRows(query, options.window), headDim, options, room, results + at);
            }
        });
    });
    return out;
}

} // namespace fettle::ops::cpu
