#include "core/generate/score.h"

#include "core/base/error.h"
#include "core/base/mapped_file.h"
#include "core/ops/token_log_prob.h"

namespace fettle {

std::vector<at::Tensor> scoreSequences(const CausalLM& model, const std::vector<std::vector<TokenId>>& sequences,
                                       const AdapterSet& adapters, at::ScalarType compute) {
    const at::NoGradGuard noGrad;
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
    if (!at::isfinite(probs.logProb_T).all().item<bool>())
        throw Error{ErrorKind::NonFinite, "A log-probability is no number (infinite, or NaN).",
                    "The weights of the model or of an adapter are damaged, or too large for this number format: try "
                    "--dtype float32, or download the files again."};
    return probs.logProb_T.split_with_sizes(lengths);
}

} // namespace fettle
