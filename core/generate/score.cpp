#include "core/generate/score.h"

#include "core/base/error.h"
#include "core/base/mapped_file.h"
#include "core/ops/token_log_prob.h"
#include "core/source/score_head.h"
#include "core/text/scored_token.h"

namespace fettle {

namespace {

void refuseNonFinite(const at::Tensor& values, const char* what) {
    if (at::isfinite(values).all().item<bool>()) return;
    throw Error{ErrorKind::NonFinite, std::string(what) + " is no number (infinite, or NaN).",
                "The weights of the model or of an adapter are damaged, or too large for this number format: try "
                "--dtype float32, or download the files again."};
}

} // namespace

std::vector<at::Tensor> scoreSequences(const CausalLM& model, const std::vector<std::vector<TokenId>>& sequences,
                                       const AdapterSet& adapters, at::ScalarType compute) {
    const at::NoGradGuard noGrad;
    refuseScoreHead(model.architecture());
    std::vector<std::int64_t> rows, targets, lengths;
    std::int64_t start = 0;
    for (const auto& ids : sequences) {
        for (std::size_t t = 1; t < ids.size(); ++t) {
            rows.push_back(start + static_cast<std::int64_t>(t) - 1);
            targets.push_back(ids[t]);
        }
        start += std::ssize(ids);
        lengths.push_back(std::max<std::int64_t>(0, std::ssize(ids) - 1));
    }
    const Batch batch = makeBatch(sequences, model.device());
    const at::Tensor hidden = model.hidden({.batch = batch, .adapters = adapters, .compute = compute});
    const auto onDevice = [&](const std::vector<std::int64_t>& values) {
        return at::tensor(values, at::kLong).to(model.device());
    };
    const auto probs = ops::tokenLogProb(hidden, headOf(model, adapters), {onDevice(rows), onDevice(targets)}, compute);
    refuseChangedFiles();
    refuseNonFinite(probs.logProb_T, "A log-probability");
    return probs.logProb_T.split_with_sizes(lengths);
}

std::vector<double> rewardsOf(const CausalLM& model, const std::vector<std::vector<TokenId>>& sequences,
                              const AdapterSet& adapters, at::ScalarType compute) {
    const at::NoGradGuard noGrad;
    const auto& score = model.architecture().score;
    if (!score) throw Error{ErrorKind::BadUsage, "This model gives no scores.", "Choose a reward model."};
    const std::optional<TokenId> padding = score->padTokenId;
    std::vector<std::int64_t> rows;
    std::int64_t start = 0;
    for (const auto& ids : sequences) {
        rows.push_back(start + static_cast<std::int64_t>(scoredToken(ids, padding)));
        start += std::ssize(ids);
    }
    const Batch batch = makeBatch(sequences, model.device());
    const at::Tensor hidden = model.hidden({.batch = batch, .adapters = adapters, .compute = compute});
    const at::Tensor ends = hidden.index_select(0, at::tensor(rows, at::kLong).to(model.device()));
    const at::Tensor values = scores(model, adapters, ends, compute).to(at::kCPU, at::kDouble);
    refuseChangedFiles();
    refuseNonFinite(values, "A score");
    return {values.const_data_ptr<double>(), values.const_data_ptr<double>() + values.numel()};
}

} // namespace fettle
