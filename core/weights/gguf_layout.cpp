#include "core/weights/gguf_layout.h"

#include <vector>

namespace fettle {

namespace {

// Rows [.., a, b, ..] of each head with the two parts changed about.
at::Tensor swapped(const at::Tensor& rows, std::int64_t heads, std::int64_t first, std::int64_t second) {
    std::vector<std::int64_t> split = {heads, first, second};
    for (std::int64_t d = 1; d < rows.dim(); ++d)
        split.push_back(rows.size(d));
    return rows.reshape(split).transpose(1, 2).reshape(rows.sizes());
}

at::Tensor grouped(const at::Tensor& rows, std::int64_t groups, std::int64_t heads) {
    std::vector<std::int64_t> split = {groups, heads, rows.size(0) / (groups * heads)};
    for (std::int64_t d = 1; d < rows.dim(); ++d)
        split.push_back(rows.size(d));
    return rows.reshape(split);
}

// By groups of queries, key and value -> [queries | keys | values].
at::Tensor joined(const at::Tensor& rows, const GgufChange& change) {
    const at::Tensor byGroup = grouped(rows, change.groups, change.groupHeads);
    const std::int64_t queries = change.groupHeads - 2;
    const auto part = [&](std::int64_t first, std::int64_t count) {
        return byGroup.narrow(1, first, count).flatten(0, 2);
    };
    return at::cat({part(0, queries), part(queries, 1), part(queries + 1, 1)});
}

at::Tensor separated(const at::Tensor& rows, const GgufChange& change) {
    const std::int64_t queries = change.groupHeads - 2;
    const std::int64_t keyRows = rows.size(0) / change.groupHeads, queryRows = queries * keyRows;
    const at::Tensor byGroup = at::cat({grouped(rows.narrow(0, 0, queryRows), change.groups, queries),
                                        grouped(rows.narrow(0, queryRows, keyRows), change.groups, 1),
                                        grouped(rows.narrow(0, queryRows + keyRows, keyRows), change.groups, 1)},
                                       1);
    return byGroup.flatten(0, 2);
}

} // namespace

at::Tensor asInGguf(const at::Tensor& own, const GgufChange& change) {
    at::Tensor tensor = change.isTransposed ? own.t() : own;
    if (change.addsOne) tensor = tensor.to(at::kFloat) + 1;
    if (change.turnedHeads > 0)
        tensor = swapped(tensor, change.turnedHeads, 2, tensor.size(0) / change.turnedHeads / 2);
    if (change.groups > 0) tensor = joined(tensor, change);
    return tensor;
}

at::Tensor asInModel(const at::Tensor& stored, const GgufChange& change) {
    at::Tensor tensor = change.isTransposed ? stored.t().contiguous() : stored;
    if (change.addsOne) tensor = tensor.to(at::kFloat) - 1;
    if (change.turnedHeads > 0)
        tensor = swapped(tensor, change.turnedHeads, tensor.size(0) / change.turnedHeads / 2, 2);
    if (change.groups > 0) tensor = separated(tensor, change);
    return tensor;
}

} // namespace fettle
