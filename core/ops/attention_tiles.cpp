#include "core/ops/attention_kernels.h"

#include <algorithm>

namespace fettle::ops {

namespace {

constexpr std::int64_t kTileScores = 4 << 20; // elements of fp32 scores held at a time

AttentionTile makeTile(const Segment& segment, std::int64_t begin, std::int64_t end, std::int64_t window) {
    AttentionTile tile{.begin = begin, .end = end, .position = segment.position + begin - segment.begin};
    const std::int64_t lastQuery = tile.position + tile.queries() - 1;
    for (const KeySpan& span : segment.keys) {
        const KeySpan part = visiblePart(span, tile.position, lastQuery, window);
        if (part.begin == part.end) continue;
        const std::int64_t lastKey = part.position + part.end - part.begin - 1;
        tile.isMasked |= lastKey > tile.position || (window > 0 && lastQuery - part.position >= window);
        tile.keys.push_back(part);
    }
    return tile;
}

std::int64_t keysOf(const Segment& segment) {
    std::int64_t count = 0;
    for (const KeySpan& span : segment.keys)
        count += span.end - span.begin;
    return count;
}

} // namespace

KeySpan visiblePart(const KeySpan& span, std::int64_t firstQuery, std::int64_t lastQuery, std::int64_t window) {
    const std::int64_t length = span.end - span.begin;
    const std::int64_t first =
        window > 0 ? std::clamp<std::int64_t>(firstQuery - window + 1 - span.position, 0, length) : 0;
    const std::int64_t last = std::clamp<std::int64_t>(lastQuery + 1 - span.position, first, length);
    return {span.begin + first, span.begin + last, span.position + first};
}

std::int64_t AttentionTile::keyCount() const {
    std::int64_t count = 0;
    for (const KeySpan& span : keys)
        count += span.end - span.begin;
    return count;
}

std::vector<AttentionTile> attentionTiles(const std::vector<Segment>& segments, std::int64_t window,
                                          std::int64_t heads) {
    std::vector<AttentionTile> tiles;
    for (const Segment& segment : segments) {
        const std::int64_t rows =
            std::max<std::int64_t>(1, kTileScores / std::max<std::int64_t>(1, heads * keysOf(segment)));
        for (std::int64_t begin = segment.begin; begin < segment.end; begin += rows) {
            AttentionTile tile = makeTile(segment, begin, std::min(begin + rows, segment.end), window);
            if (!tile.keys.empty()) tiles.push_back(std::move(tile));
        }
    }
    return tiles;
}

at::Tensor hiddenKeys(const AttentionTile& tile, std::int64_t window, const at::Device& device) {
    const auto longs = at::TensorOptions(at::kLong).device(device);
    std::vector<at::Tensor> positions;
    for (const KeySpan& span : tile.keys)
        positions.push_back(at::arange(span.position, span.position + span.end - span.begin, longs));
    const at::Tensor keys = at::cat(positions).unsqueeze(0);
    const at::Tensor queries = at::arange(tile.position, tile.position + tile.queries(), longs).unsqueeze(1);
    const at::Tensor later = keys.gt(queries);
    return window > 0 ? later.logical_or(keys.le(queries - window)) : later;
}

} // namespace fettle::ops
