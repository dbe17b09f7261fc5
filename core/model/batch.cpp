#include "core/model/batch.h"

#include <algorithm>

namespace fettle {

std::int64_t BatchBuilder::addPrompt(std::span<const std::int32_t> ids) {
    m_sequences.emplace_back();
    m_sequences.back().prompt = lay(ids, 0);
    return m_sequences.back().prompt.begin;
}

std::int64_t BatchBuilder::addAnswer(std::span<const std::int32_t> ids) {
    Sequence& sequence = m_sequences.back();
    sequence.answers.push_back(lay(ids, sequence.prompt.end - sequence.prompt.begin));
    return sequence.answers.back().begin;
}

BatchBuilder::Span BatchBuilder::lay(std::span<const std::int32_t> ids, std::int64_t position) {
    const std::int64_t begin = rows();
    for (const std::int32_t id : ids) {
        m_tokens.push_back(id);
        m_positions.push_back(position++);
        m_sequenceOf.push_back(std::ssize(m_sequences) - 1);
    }
    m_maxPosition = std::max(m_maxPosition, position);
    return {begin, rows()};
}

// A prompt and its only answer are one causal stretch.
std::vector<ops::Segment> BatchBuilder::segmentsOf(const Sequence& sequence) {
    const Span& prompt = sequence.prompt;
    std::vector<ops::Segment> segments;
    if (sequence.answers.size() < 2) {
        const std::int64_t end = sequence.answers.empty() ? prompt.end : sequence.answers.front().end;
        if (prompt.begin < end) segments.push_back({prompt.begin, end, 0, {{prompt.begin, end, 0}}});
        return segments;
    }
    const std::int64_t position = prompt.end - prompt.begin;
    if (position > 0) segments.push_back({prompt.begin, prompt.end, 0, {{prompt.begin, prompt.end, 0}}});
    for (const Span& answer : sequence.answers) {
        if (answer.begin == answer.end) continue;
        ops::Segment segment{answer.begin, answer.end, position, {{answer.begin, answer.end, position}}};
        if (position > 0) segment.keys.insert(segment.keys.begin(), ops::KeySpan{prompt.begin, prompt.end, 0});
        segments.push_back(std::move(segment));
    }
    return segments;
}

Batch BatchBuilder::build(const at::Device& device) const {
    std::vector<ops::Segment> segments;
    for (const Sequence& sequence : m_sequences)
        for (ops::Segment& segment : segmentsOf(sequence))
            segments.push_back(std::move(segment));
    const auto onDevice = [&](const std::vector<std::int64_t>& values) {
        return at::tensor(values, at::kLong).to(device);
    };
    return {.tokens_N = onDevice(m_tokens),
            .positions_N = onDevice(m_positions),
            .segments = std::make_shared<ops::Segments>(std::move(segments)),
            .sequences = std::ssize(m_sequences),
            .sequence_N = onDevice(m_sequenceOf),
            .maxPosition = m_maxPosition};
}

Batch makeBatch(const std::vector<std::vector<std::int32_t>>& documents, const at::Device& device) {
    BatchBuilder builder;
    for (const auto& document : documents)
        builder.addPrompt(document);
    return builder.build(device);
}

} // namespace fettle
