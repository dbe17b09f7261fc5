#include "core/ops/aten/aten.h"

#include <limits>

namespace fettle::ops::aten {

namespace {

constexpr double kHidden = -std::numeric_limits<double>::infinity();

struct TileScores {
    at::Tensor scores_GQm; // fp32, soft-capped and masked
    at::Tensor slope;      // derivative of the soft cap; undefined without one
};

TileScores tileScores(const at::Tensor& q_GQd, const at::Tensor& k_Gmd, const AttentionTile& tile,
                      const AttentionOptions& options) {
    TileScores result;
    at::Tensor& scores = result.scores_GQm;
    scores = at::bmm(q_GQd, k_Gmd.transpose(1, 2)).to(at::kFloat).mul_(options.scale);
    if (options.softCap > 0) {
        const at::Tensor bent = at::tanh(scores / options.softCap);
        result.slope = 1 - bent.square();
        scores = bent * options.softCap;
    }
    if (tile.isMasked) {
        const at::Tensor hidden = hiddenKeys(tile, options.window, scores.device());
        scores.view({scores.size(0), -1, tile.queries(), scores.size(2)}).masked_fill_(hidden, kHidden);
    }
    return result;
}

} // namespace

SoftmaxTile softmaxTile(const at::Tensor& q_GQd, const at::Tensor& k_Gmd, const AttentionTile& tile,
                        const AttentionOptions& options) {
    at::Tensor scores_GQm = tileScores(q_GQd, k_Gmd, tile, options).scores_GQm;
    const at::Tensor lse_GQ1 = scores_GQm.logsumexp(-1, true);
    // A query that sees nothing: exp(-inf - 0) = 0 instead of exp(-inf + inf).
    return {scores_GQm.sub_(lse_GQ1.masked_fill(lse_GQ1.eq(kHidden), 0)).exp_(), lse_GQ1};
}

ScoreGradients softmaxTileBackward(const at::Tensor& q_GQd, const at::Tensor& k_Gmd, at::Tensor dweights_GQm,
                                   const at::Tensor& lse_GQ1, const at::Tensor& delta_GQ1, const AttentionTile& tile,
                                   const AttentionOptions& options) {
    TileScores tileValues = tileScores(q_GQd, k_Gmd, tile, options);
    const at::Tensor weights = tileValues.scores_GQm.sub_(lse_GQ1).exp_();
    at::Tensor dscores = dweights_GQm.to(at::kFloat).sub_(delta_GQ1).mul_(weights).mul_(options.scale);
    if (tileValues.slope.defined()) dscores.mul_(tileValues.slope);
    return {weights.to(q_GQd.scalar_type()), dscores.to(q_GQd.scalar_type())};
}

} // namespace fettle::ops::aten
