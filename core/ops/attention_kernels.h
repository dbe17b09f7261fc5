#pragma once

#include "core/ops/attention.h"

namespace fettle::ops {

struct AttentionResult {
    at::Tensor out_NHd;
    at::Tensor lse_NH; // fp32 log-sum-exp of each query's scores; -inf where it sees no key
};

struct AttentionSaved {
    at::Tensor q_NHd, k_MGd, v_MGd;
    AttentionResult result;
};

struct AttentionGradients {
    at::Tensor dq_NHd, dk_MGd, dv_MGd;
};

// The implementation for every device and type: tiles of query rows against the keys that they can see, as batched
// products over key/value heads. options.scale is set. Scores held at a time never exceed kTileScores elements.
[[nodiscard]] AttentionResult attentionForward(const at::Tensor& q_NHd, const at::Tensor& k_MGd,
                                               const at::Tensor& v_MGd, const std::vector<Segment>& segments,
                                               const AttentionOptions& options);
[[nodiscard]] AttentionGradients attentionBackward(const at::Tensor& dout_NHd, const AttentionSaved& saved,
                                                   const std::vector<Segment>& segments,
                                                   const AttentionOptions& options);

struct SoftmaxTile {
    at::Tensor weights_GQm;
    at::Tensor lse_GQ1; // fp32
};

struct ScoreGradients {
    at::Tensor weights_GQm, dscores_GQm;
};

// The part of a span between the window of the query at position firstQuery and the position lastQuery.
[[nodiscard]] KeySpan visiblePart(const KeySpan& span, std::int64_t firstQuery, std::int64_t lastQuery,
                                  std::int64_t window);

// A stretch of queries and the parts of their key spans that at least one of them sees.
struct AttentionTile {
    std::int64_t begin = 0, end = 0, position = 0;
    std::vector<KeySpan> keys;
    bool isMasked = false; // some query of the tile does not see some key of it

    [[nodiscard]] std::int64_t queries() const { return end - begin; }
    [[nodiscard]] std::int64_t keyCount() const;
};

[[nodiscard]] std::vector<AttentionTile> attentionTiles(const std::vector<Segment>& segments, std::int64_t window,
                                                        std::int64_t heads);

// [queries, keys] true where hidden.
[[nodiscard]] at::Tensor hiddenKeys(const AttentionTile& tile, std::int64_t window, const at::Device& device);

} // namespace fettle::ops
