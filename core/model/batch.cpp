#include "core/model/batch.h"

#include <algorithm>

namespace fettle {

Batch makeBatch(const std::vector<std::vector<std::int32_t>>& documents, const at::Device& device) {
    std::vector<std::int64_t> tokens, positions, sequences;
    std::vector<ops::Segment> segments;
    Batch batch{.sequences = std::ssize(documents)};
    for (std::size_t s = 0; s < documents.size(); ++s) {
        const auto begin = std::ssize(tokens);
        const auto length = std::ssize(documents[s]);
        for (std::int64_t t = 0; t < length; ++t) {
            tokens.push_back(documents[s][static_cast<std::size_t>(t)]);
            positions.push_back(t);
            sequences.push_back(static_cast<std::int64_t>(s));
        }
        if (length > 0) segments.push_back({begin, begin + length, 0, {{begin, begin + length, 0}}});
        batch.maxPosition = std::max<std::int64_t>(batch.maxPosition, length);
    }
    const auto onDevice = [&](const std::vector<std::int64_t>& values) {
        return at::tensor(values, at::kLong).to(device);
    };
    batch.tokens_N = onDevice(tokens);
    batch.positions_N = onDevice(positions);
    batch.sequence_N = onDevice(sequences);
    batch.segments = std::make_shared<ops::Segments>(std::move(segments));
    return batch;
}

} // namespace fettle
