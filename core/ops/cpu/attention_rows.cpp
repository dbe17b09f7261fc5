#include "core/ops/cpu/attention_rows.h"

#include "core/ops/aten/aten.h"
#include "core/ops/cpu/rows.h"

namespace fettle::ops::cpu {

namespace {

// What each query of a tile sees, as ranges of the tile's keys: S of them a query, one for each span.
std::vector<KeyRange> visibleRanges(const AttentionTile& tile, std::int64_t window) {
    std::vector<KeyRange> ranges;
    ranges.reserve(static_cast<std::size_t>(tile.queries()) * tile.keys.size());
    for (std::int64_t query = tile.position; query < tile.position + tile.queries(); ++query) {
        std::int64_t first = 0;
        for (const KeySpan& span : tile.keys) {
            const KeySpan part = visiblePart(span, query, query, window);
            ranges.push_back({first + part.begin - span.begin, first + part.end - span.begin});
            first += span.end - span.begin;
        }
    }
    return ranges;
}

// work(row of the scores, ranges of its query)
template <class Work>
void forQueries(const at::Tensor& scores_GQm, const AttentionTile& tile, std::int64_t window, Work work) {
    const std::vector<KeyRange> ranges = visibleRanges(tile, window);
    const auto spans = tile.keys.size();
    forRows(scores_GQm.size(0) * scores_GQm.size(1), scores_GQm.size(2), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row)
            work(row, ranges.data() + static_cast<std::size_t>(row % tile.queries()) * spans);
    });
}

bool servesTile(const at::Tensor& q_GQd, const AttentionOptions& options) {
    return hasRowLoops(q_GQd) && options.softCap == 0;
}

} // namespace

SoftmaxTile softmaxTile(const at::Tensor& q_GQd, const at::Tensor& k_Gmd, const AttentionTile& tile,
                        const AttentionOptions& options) {
    if (!servesTile(q_GQd, options)) return aten::softmaxTile(q_GQd, k_Gmd, tile, options);
    at::Tensor scores_GQm = at::bmm(q_GQd, k_Gmd.transpose(1, 2));
    const std::int64_t keys = scores_GQm.size(2), spans = std::ssize(tile.keys);
    at::Tensor lse_GQ1 = at::empty({scores_GQm.size(0), scores_GQm.size(1), 1}, scores_GQm.options().dtype(at::kFloat));
    auto* lse = lse_GQ1.mutable_data_ptr<float>();
    withLoopsOf(scores_GQm, [&](const auto& loops) {
        auto* scores = writePointer(loops, scores_GQm);
        forQueries(scores_GQm, tile, options.window, [&](std::int64_t row, const KeyRange* visible) {
            lse[row] = loops.softmaxRow(scores + row * keys, keys, visible, spans, static_cast<float>(options.scale));
        });
    });
    return {std::move(scores_GQm), std::move(lse_GQ1)};
}

ScoreGradients softmaxTileBackward(const at::Tensor& q_GQd, const at::Tensor& k_Gmd, at::Tensor dweights_GQm,
                                   const at::Tensor& lse_GQ1, const at::Tensor& delta_GQ1, const AttentionTile& tile,
                                   const AttentionOptions& options) {
    if (!servesTile(q_GQd, options))
        return aten::softmaxTileBackward(q_GQd, k_Gmd, std::move(dweights_GQm), lse_GQ1, delta_GQ1, tile, options);
    at::Tensor scores_GQm = at::bmm(q_GQd, k_Gmd.transpose(1, 2));
    const std::int64_t keys = scores_GQm.size(2), spans = std::ssize(tile.keys);
    const at::Tensor lseRows = lse_GQ1.contiguous(), deltaRows = delta_GQ1.contiguous();
    const auto* lse = lseRows.const_data_ptr<float>();
    const auto* delta = deltaRows.const_data_ptr<float>();
    withLoopsOf(scores_GQm, [&](const auto& loops) {
        auto* scores = writePointer(loops, scores_GQm);
        auto* dweights = writePointer(loops, dweights_GQm);
        forQueries(scores_GQm, tile, options.window, [&](std::int64_t row, const KeyRange* visible) {
            loops.softmaxRowBackward(scores + row * keys, dweights + row * keys, keys, visible, spans,
                                     static_cast<float>(options.scale), lse[row], delta[row]);
        });
    });
    return {std::move(scores_GQm), std::move(dweights_GQm)};
}

} // namespace fettle::ops::cpu
