#pragma once

#include "core/ops/attention.h"

#include <map>
#include <optional>

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

// Sequences side by side without gaps.
struct VarlenShape {
    at::Tensor cumulativeQueries, cumulativeKeys; // int32 on the device, from 0
    std::int64_t maxQueries = 0, maxKeys = 0;
    bool isCausal = false;   // aligned at the bottom right: a sequence's last query sees its last key
    std::int64_t window = 0; // 0: none; else a causal query sees so many keys at most
};

// One call of a variable-length kernel.
struct VarlenCall {
    RowSet queries, keys;
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
