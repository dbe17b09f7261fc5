#include "core/model/blocks/virtual_rows.h"

#include "core/base/error.h"

#include <algorithm>

namespace fettle {

namespace {

// Of one adapter: how many rows it puts before a sequence, where its keys lie, and which sequences see them.
struct RowGroup {
    const AdapterUse* use;
    std::int64_t count;
    std::int64_t keyRow;
    bool isInput;
};

bool isOn(const AdapterUse& use, std::size_t sequence) {
    const double strength = use.strengths.size() == 1 ? use.strengths.front() : use.strengths.at(sequence);
    if (strength == 0 || strength == 1) return strength == 1;
    throw Error{ErrorKind::BadUsage, "A prefix or prompt is there or not: its strength is 0 or 1.",
                "Choose 0 or 1 for this adapter."};
}

at::Tensor strengthsOf(const AdapterUse& use, const Batch& batch, std::int64_t extraRows) {
    const std::vector<double>& strengths = use.strengths;
    if (strengths.size() != 1 && std::ssize(strengths) != batch.sequences)
        throw Error{ErrorKind::Internal, "An adapter needs one strength, or one for each sequence."};
    if (std::all_of(strengths.begin(), strengths.end(), [](double strength) { return strength == 1; })) return {};
    const at::Tensor table = at::tensor(strengths, at::kFloat).to(batch.sequence_N.device());
    if (strengths.size() == 1) return table.expand({batch.sequence_N.size(0) + extraRows});
    const at::Tensor rows = table.index_select(0, batch.sequence_N);
    return extraRows == 0 ? rows : at::cat({rows, at::ones({extraRows}, rows.options())});
}

std::int64_t prefixLength(const Slots& slots) {
    return slots.layers.empty() || !slots.layers.front().prefixKeys.defined() ? 0
                                                                              : slots.layers.front().prefixKeys.size(0);
}

std::int64_t inputLength(const Slots& slots) {
    return slots.inputVectors.defined() ? slots.inputVectors.size(0) : 0;
}

// Input vectors first: without a cache their keys are rows of the batch.
std::vector<RowGroup> groupsOf(const Call& call) {
    std::int64_t next = call.cache != nullptr ? call.cache->firstVirtualRow() : call.batch.tokens_N.size(0);
    std::vector<RowGroup> groups;
    for (const bool isInput : {true, false})
        for (const AdapterUse& use : call.adapters) {
            const std::int64_t count = isInput ? inputLength(*use.slots) : prefixLength(*use.slots);
            if (count == 0) continue;
            groups.push_back({&use, count, next, isInput});
            next += count;
        }
    return groups;
}

std::vector<std::int64_t> sequencesOfSegments(const Batch& batch) {
    const at::Tensor sequences_N = batch.sequence_N.to(at::kCPU);
    std::vector<std::int64_t> result;
    for (const ops::Segment& segment : batch.segments->list())
        result.push_back(sequences_N.const_data_ptr<std::int64_t>()[segment.begin]);
    return result;
}

std::int64_t shiftOf(const std::vector<RowGroup>& groups, std::size_t sequence) {
    std::int64_t shift = 0;
    for (const RowGroup& group : groups)
        shift += isOn(*group.use, sequence) ? group.count : 0;
    return shift;
}

ops::Segment behindRows(ops::Segment segment, const std::vector<RowGroup>& groups, std::size_t sequence) {
    const std::int64_t shift = shiftOf(groups, sequence);
    segment.position += shift;
    for (ops::KeySpan& span : segment.keys)
        span.position += shift;
    std::vector<ops::KeySpan> before;
    std::int64_t position = 0;
    for (const RowGroup& group : groups) {
        if (!isOn(*group.use, sequence)) continue;
        before.push_back({group.keyRow, group.keyRow + group.count, position});
        position += group.count;
    }
    segment.keys.insert(segment.keys.begin(), before.begin(), before.end());
    return segment;
}

at::Tensor shiftedPositions(const Batch& batch, const std::vector<RowGroup>& groups) {
    std::vector<std::int64_t> shifts;
    for (std::int64_t s = 0; s < batch.sequences; ++s)
        shifts.push_back(shiftOf(groups, static_cast<std::size_t>(s)));
    const bool isUniform = std::adjacent_find(shifts.begin(), shifts.end(), std::not_equal_to<>()) == shifts.end();
    if (isUniform) return batch.positions_N + (shifts.empty() ? 0 : shifts.front());
    const at::Tensor table = at::tensor(shifts, at::kLong).to(batch.positions_N.device());
    return batch.positions_N + table.index_select(0, batch.sequence_N);
}

// Adds the vectors as rows of their own behind the batch, each adapter's a sequence that sees itself alone.
void appendVectors(VirtualRows& rows, const Call& call, const std::vector<RowGroup>& groups,
                   std::vector<ops::Segment>& segments) {
    std::vector<at::Tensor> vectors, positions = {rows.positions_N}, cacheRows;
    std::int64_t row = call.batch.tokens_N.size(0);
    const auto options = call.batch.positions_N.options();
    for (const RowGroup& group : groups) {
        if (!group.isInput) continue;
        segments.push_back({row, row + group.count, 0, {{group.keyRow, group.keyRow + group.count, 0}}});
        vectors.push_back(group.use->slots->inputVectors);
        positions.push_back(at::arange(group.count, options));
        cacheRows.push_back(at::arange(group.keyRow, group.keyRow + group.count, options));
        row += group.count;
    }
    rows.vectors_VD = vectors.empty() ? at::Tensor() : at::cat(vectors);
    rows.positions_N = at::cat(positions);
    if (call.cache == nullptr || vectors.empty()) return;
    cacheRows.insert(cacheRows.begin(), rows.cacheRows_N);
    rows.cacheRows_N = at::cat(cacheRows);
}

std::vector<std::shared_ptr<const Slots>> ownersOf(const std::vector<RowGroup>& groups) {
    std::vector<std::shared_ptr<const Slots>> owners;
    for (const RowGroup& group : groups)
        owners.push_back(group.use->slots);
    return owners;
}

} // namespace

AdapterSet encoded(const AdapterSet& adapters) {
    AdapterSet own = adapters;
    for (AdapterUse& use : own)
        if (use.slots->encode) use.slots = use.slots->encode();
    return own;
}

VirtualRows virtualRows(const Call& call) {
    const Batch& batch = call.batch;
    VirtualRows rows{.positions_N = batch.positions_N,
                     .longest = batch.maxPosition,
                     .segments = batch.segments,
                     .cacheRows_N = batch.cacheRows_N};
    const std::vector<RowGroup> groups = groupsOf(call);
    if (!groups.empty()) {
        const bool areCached =
            call.cache != nullptr &&
            call.cache->holdVirtualRows(ownersOf(groups), groups.back().keyRow + groups.back().count);
        rows.positions_N = shiftedPositions(batch, groups);
        const std::vector<std::int64_t> sequences = sequencesOfSegments(batch);
        std::vector<ops::Segment> segments;
        for (std::size_t i = 0; i < sequences.size(); ++i)
            segments.push_back(behindRows(batch.segments->list()[i], groups, static_cast<std::size_t>(sequences[i])));
        for (const RowGroup& group : groups)
            rows.longest += group.count;
        if (!areCached) appendVectors(rows, call, groups, segments);
        rows.segments = std::make_shared<ops::Segments>(std::move(segments));
    }
    const std::int64_t extraRows = rows.vectors_VD.defined() ? rows.vectors_VD.size(0) : 0;
    for (const AdapterUse& use : call.adapters)
        rows.strengths_N.push_back(strengthsOf(use, batch, extraRows));
    return rows;
}

PrefixRows prefixRows(const Call& call, std::size_t layer) {
    std::vector<at::Tensor> keys, values;
    for (const AdapterUse& use : call.adapters) {
        if (prefixLength(*use.slots) == 0) continue;
        keys.push_back(use.slots->layers[layer].prefixKeys.to(call.compute));
        values.push_back(use.slots->layers[layer].prefixValues.to(call.compute));
    }
    if (keys.size() == 1) return {keys.front(), values.front()};
    return keys.empty() ? PrefixRows{} : PrefixRows{at::cat(keys), at::cat(values)};
}

} // namespace fettle
