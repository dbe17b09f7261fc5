#pragma once

#include "core/ops/attention.h"

#include <map>
#include <optional>
#include <vector>

namespace fettle::ops {

// Rows of a tensor: one stretch, or any list.
struct RowSet {
    std::int64_t begin = 0, count = 0;
    at::Tensor index; // int64 on the device; undefined: the stretch from `begin`

    [[nodiscard]] bool isAllOf(const at::Tensor& x) const {
        return !index.defined() && begin == 0 && count == x.size(0);
    }
};

[[nodiscard]] at::Tensor takeRows(const at::Tensor& x, const RowSet& rows);
void putRows(at::Tensor& x, const RowSet& rows, const at::Tensor& values);
void addRows(at::Tensor& x, const RowSet& rows, const at::Tensor& values); // a row may come several times

// One stretch of rows for each sequence.
struct Stretch {
    std::int64_t begin = 0, end = 0;
};

// Rows that lie side by side, those of one sequence after those of another.
struct PackedRows {
    RowSet rows;
    at::Tensor cumulative; // int32 [B + 1] on the device, from 0
};

// The keys of B sequences where they lie: stretches of a cache have gaps, those of a shared prompt overlap. A forward
// pass reads them in place; a backward pass wants them side by side, and only then their rows are listed.
class KeyRows {
public:
    KeyRows(std::vector<Stretch> stretches, const at::Device& device);

    [[nodiscard]] const at::Tensor& begins() const { return m_begins; } // int32 [B + 1]; the last: where all end
    // int32 [B]; none where each sequence's keys end where the next one's begin.
    [[nodiscard]] const std::optional<at::Tensor>& counts() const { return m_counts; }
    [[nodiscard]] const PackedRows& packed() const;

private:
    std::vector<Stretch> m_stretches;
    at::Tensor m_begins;
    std::optional<at::Tensor> m_counts;
    mutable std::optional<PackedRows> m_packed;
};

// Sequences: queries side by side without gaps; of the keys' rows see the calls.
struct VarlenShape {
    at::Tensor cumulativeQueries; // int32 [B + 1] on the device, from 0
    std::int64_t maxQueries = 0, maxKeys = 0;
    bool isCausal = false;   // aligned at the bottom right: a sequence's last query sees its last key
    std::int64_t window = 0; // 0: none; else a causal query sees so many keys at most
};

// One call of a variable-length kernel.
struct VarlenCall {
    RowSet queries;
    KeyRows keys;
    VarlenShape shape;
};

// What a device needs of segments, by window: some models alternate between two.
struct Segments::DeviceForm {
    at::Device device;
    std::map<std::int64_t, std::optional<std::vector<VarlenCall>>> calls;
};

// The calls that serve these segments, made once; null where they cannot be expressed (varlen_pieces.h).
[[nodiscard]] const std::vector<VarlenCall>* varlenCalls(const Segments& segments, std::int64_t window,
                                                         const at::Device& device);

} // namespace fettle::ops
