#include "core/ops/varlen_rows.h"

#include "core/ops/varlen_pieces.h"

#include <algorithm>
#include <utility>

namespace fettle::ops {

namespace {

std::int64_t totalRows(const std::vector<Stretch>& stretches) {
    std::int64_t rows = 0;
    for (const Stretch& stretch : stretches)
        rows += stretch.end - stretch.begin;
    return rows;
}

bool areAdjacent(const std::vector<Stretch>& stretches) {
    for (std::size_t i = 1; i < stretches.size(); ++i)
        if (stretches[i].begin != stretches[i - 1].end) return false;
    return true;
}

RowSet rowSet(const std::vector<Stretch>& stretches, const at::Device& device) {
    RowSet rows{.begin = stretches.front().begin, .count = totalRows(stretches)};
    if (areAdjacent(stretches)) return rows;
    std::vector<std::int64_t> index;
    for (const Stretch& stretch : stretches)
        for (std::int64_t row = stretch.begin; row < stretch.end; ++row)
            index.push_back(row);
    rows.index = at::tensor(index, at::kLong).to(device);
    return rows;
}

at::Tensor cumulative(const std::vector<Stretch>& stretches, const at::Device& device) {
    std::vector<std::int64_t> ends = {0};
    for (const Stretch& stretch : stretches)
        ends.push_back(ends.back() + stretch.end - stretch.begin);
    return at::tensor(ends, at::kInt).to(device);
}

std::int64_t longest(const std::vector<Stretch>& stretches) {
    std::int64_t length = 0;
    for (const Stretch& stretch : stretches)
        length = std::max(length, stretch.end - stretch.begin);
    return length;
}

VarlenCall callFor(const PieceGroup& group, const at::Device& device) {
    std::vector<Stretch> queries, keys;
    for (const VarlenPiece& piece : group.pieces) {
        queries.push_back({piece.queryBegin, piece.queryEnd});
        keys.push_back({piece.keyBegin, piece.keyEnd});
    }
    return {.queries = rowSet(queries, device),
            .keys = KeyRows(keys, device),
            .shape = {.cumulativeQueries = cumulative(queries, device),
                      .maxQueries = longest(queries),
                      .maxKeys = longest(keys),
                      .isCausal = group.isCausal,
                      .window = group.window}};
}

} // namespace

KeyRows::KeyRows(std::vector<Stretch> stretches, const at::Device& device) : m_stretches(std::move(stretches)) {
    std::vector<int> begins, counts;
    for (const Stretch& stretch : m_stretches) {
        begins.push_back(static_cast<int>(stretch.begin));
        counts.push_back(static_cast<int>(stretch.end - stretch.begin));
    }
    begins.push_back(static_cast<int>(m_stretches.back().end));
    m_begins = at::tensor(begins, at::kInt).to(device);
    if (!areAdjacent(m_stretches)) m_counts = at::tensor(counts, at::kInt).to(device);
}

const PackedRows& KeyRows::packed() const {
    if (!m_packed) m_packed = {rowSet(m_stretches, m_begins.device()), cumulative(m_stretches, m_begins.device())};
    return *m_packed;
}

at::Tensor takeRows(const at::Tensor& x, const RowSet& rows) {
    return rows.index.defined() ? x.index_select(0, rows.index) : x.narrow(0, rows.begin, rows.count);
}

void putRows(at::Tensor& x, const RowSet& rows, const at::Tensor& values) {
    if (rows.index.defined())
        x.index_copy_(0, rows.index, values);
    else
        x.narrow(0, rows.begin, rows.count).copy_(values);
}

void addRows(at::Tensor& x, const RowSet& rows, const at::Tensor& values) {
    if (rows.index.defined())
        x.index_add_(0, rows.index, values.to(x.scalar_type()));
    else
        x.narrow(0, rows.begin, rows.count).add_(values);
}

const std::vector<VarlenCall>* varlenCalls(const Segments& segments, std::int64_t window, const at::Device& device) {
    std::shared_ptr<Segments::DeviceForm>& form = segments.deviceForm();
    if (form == nullptr || form->device != device)
        form = std::make_shared<Segments::DeviceForm>(Segments::DeviceForm{.device = device});
    auto found = form->calls.find(window);
    if (found == form->calls.end()) {
        std::optional<std::vector<VarlenCall>> calls;
        if (const auto groups = varlenPieces(segments.list(), window)) {
            calls.emplace();
            for (const PieceGroup& group : *groups)
                calls->push_back(callFor(group, device));
        }
        found = form->calls.emplace(window, std::move(calls)).first;
    }
    return found->second ? &*found->second : nullptr;
}

} // namespace fettle::ops
