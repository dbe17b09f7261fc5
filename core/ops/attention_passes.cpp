#include "core/ops/attention_kernels.h"
#include "core/ops/attention_tasks.h"
#include "core/ops/kernel_table.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/ThreadLocalState.h>

#include <algorithm>
#include <limits>

namespace fettle::ops {

namespace {

constexpr double kHidden = -std::numeric_limits<double>::infinity();

// H query heads share G key/value heads; R = H / G. n queries and m keys of a tile.

// Rows of the tile's keys, [G, m, d].
at::Tensor gatherKeys(const at::Tensor& k_MGd, const AttentionTile& tile) {
    std::vector<at::Tensor> parts;
    for (const KeySpan& span : tile.keys)
        parts.push_back(k_MGd.narrow(0, span.begin, span.end - span.begin));
    return (parts.size() == 1 ? parts.front() : at::cat(parts)).transpose(0, 1);
}

void scatterKeys(const at::Tensor& dk_MGd, const at::Tensor& dk_Gmd, const AttentionTile& tile) {
    std::int64_t row = 0;
    for (const KeySpan& span : tile.keys) {
        const std::int64_t count = span.end - span.begin;
        dk_MGd.narrow(0, span.begin, count).add_(dk_Gmd.narrow(1, row, count).transpose(0, 1));
        row += count;
    }
}

// [n, H, d] as [G, R * n, d].
at::Tensor groupQueries(const at::Tensor& x_nHd, std::int64_t groups) {
    return x_nHd.permute({1, 0, 2}).reshape({groups, -1, x_nHd.size(2)});
}

at::Tensor ungroupQueries(const at::Tensor& x_GRnd, std::int64_t heads, std::int64_t queries) {
    return x_GRnd.reshape({heads, queries, x_GRnd.size(2)}).permute({1, 0, 2});
}

// x_MGd narrowed to the heads of a task, where there are `perGroup` for each key/value head.
at::Tensor headsOf(const at::Tensor& x_MGd, const AttentionTask& task, std::int64_t perGroup = 1) {
    return x_MGd.narrow(1, task.firstGroup * perGroup, task.groups * perGroup);
}

// The rows of a tile and the query heads of its task.
at::Tensor queriesOf(const at::Tensor& x_NHd, const AttentionTask& task, const AttentionTile& tile,
                     std::int64_t perGroup) {
    return headsOf(x_NHd, task, perGroup).narrow(0, tile.begin, tile.queries());
}

// work(task, tile) for all tiles: tasks at once where the host computes, whose products are too small to be spread over
// threads.
template <class Work>
void forTasks(const at::Tensor& q_NHd, std::int64_t groups, const std::vector<Segment>& segments, std::int64_t window,
              Work work) {
    const std::int64_t threads =
        kernelsFor(q_NHd).runsTasksOnThreads && !at::in_parallel_region() ? at::get_num_threads() : 1;
    const std::vector<AttentionTask> tasks = attentionTasks(segments, groups, threads);
    const std::int64_t perGroup = q_NHd.size(1) / groups, atOnce = std::min(threads, std::ssize(tasks));
    const at::ThreadLocalState caller;
    at::parallel_for(0, std::ssize(tasks), 1, [&](std::int64_t begin, std::int64_t end) {
        const at::ThreadLocalStateGuard guard(caller);
        for (std::int64_t i = begin; i < end; ++i) {
            const AttentionTask& task = tasks[static_cast<std::size_t>(i)];
            for (const AttentionTile& tile : attentionTiles(task.segments, window, task.groups * perGroup * atOnce))
                work(task, tile);
        }
    });
}

} // namespace

AttentionResult attentionForward(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                                 const std::vector<Segment>& segments, const AttentionOptions& options) {
    const at::NoGradGuard noGrad;
    const KernelTable& kernels = kernelsFor(q_NHd);
    const std::int64_t heads = q_NHd.size(1), groups = k_MGd.size(1), perGroup = heads / groups;
    const at::Tensor out = at::zeros_like(q_NHd, at::MemoryFormat::Contiguous);
    const at::Tensor lse = at::full({q_NHd.size(0), heads}, kHidden, q_NHd.options().dtype(at::kFloat));
    forTasks(q_NHd, groups, segments, options.window, [&](const AttentionTask& task, const AttentionTile& tile) {
        const at::Tensor q = groupQueries(queriesOf(q_NHd, task, tile, perGroup), task.groups);
        const at::Tensor k = gatherKeys(headsOf(k_MGd, task), tile), v = gatherKeys(headsOf(v_MGd, task), tile);
        const auto [weights, tileLse] = kernels.softmaxTile(q, k, tile, options);
        const at::Tensor o = at::bmm(weights.to(v.scalar_type()), v);
        const std::int64_t taskHeads = task.groups * perGroup;
        queriesOf(out, task, tile, perGroup).copy_(ungroupQueries(o, taskHeads, tile.queries()));
        queriesOf(lse, task, tile, perGroup).copy_(ungroupQueries(tileLse, taskHeads, tile.queries()).squeeze(2));
    });
    return {out, lse};
}

AttentionGradients attentionBackward(const at::Tensor& dout_NHd, const AttentionSaved& saved,
                                     const std::vector<Segment>& segments, const AttentionOptions& options) {
    const at::NoGradGuard noGrad;
    const KernelTable& kernels = kernelsFor(saved.q_NHd);
    const std::int64_t heads = saved.q_NHd.size(1), groups = saved.k_MGd.size(1), perGroup = heads / groups;
    const at::Tensor dq = at::zeros_like(saved.q_NHd, at::MemoryFormat::Contiguous);
    // fp32 sums: a key of a long prompt gathers from many tiles.
    const at::Tensor dk = at::zeros(saved.k_MGd.sizes(), saved.k_MGd.options().dtype(at::kFloat));
    const at::Tensor dv = at::zeros_like(dk);
    // rowsum(dout * out) stands in for the softmax's own correction term (FlashAttention, arXiv:2205.14135, B.4).
    const at::Tensor delta_NH1 = (dout_NHd.to(at::kFloat) * saved.result.out_NHd).sum(-1, true);
    const at::Tensor lse_NH1 = saved.result.lse_NH.masked_fill(saved.result.lse_NH.eq(kHidden), 0).unsqueeze(-1);
    forTasks(saved.q_NHd, groups, segments, options.window, [&](const AttentionTask& task, const AttentionTile& tile) {
        const auto grouped = [&](const at::Tensor& x_NHd) {
            return groupQueries(queriesOf(x_NHd, task, tile, perGroup), task.groups);
        };
        const at::Tensor q = grouped(saved.q_NHd), dout = grouped(dout_NHd);
        const at::Tensor k = gatherKeys(headsOf(saved.k_MGd, task), tile);
        const at::Tensor v = gatherKeys(headsOf(saved.v_MGd, task), tile);
        const auto [weights, dscores] = kernels.softmaxTileBackward(
            q, k, at::bmm(dout, v.transpose(1, 2)), grouped(lse_NH1), grouped(delta_NH1), tile, options);
        scatterKeys(headsOf(dv, task), at::bmm(weights.transpose(1, 2), dout), tile);
        queriesOf(dq, task, tile, perGroup)
            .copy_(ungroupQueries(at::bmm(dscores, k), task.groups * perGroup, tile.queries()));
        scatterKeys(headsOf(dk, task), at::bmm(dscores.transpose(1, 2), q), tile);
    });
    return {dq, dk.to(saved.k_MGd.scalar_type()), dv.to(saved.v_MGd.scalar_type())};
}

} // namespace fettle::ops
