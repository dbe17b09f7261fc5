#include "core/export/proof.h"

#include "core/generate/score.h"

#include <algorithm>

namespace fettle {

namespace {

at::Tensor likeliestTokens(const CausalLM& model, const AdapterSet& adapters, const std::vector<TokenId>& ids,
                           at::ScalarType compute) {
    const Batch batch = makeBatch({ids}, model.device());
    const at::Tensor hidden = model.hidden({.batch = batch, .adapters = adapters, .compute = compute});
    return logits(model, hidden, compute, adapters).argmax(-1);
}

} // namespace

ExportProof proveExport(const CausalLM& attached, const AdapterSet& adapters, const std::filesystem::path& written,
                        const std::vector<std::vector<TokenId>>& prompts, at::ScalarType compute) {
    const at::NoGradGuard noGrad;
    const Architecture architecture = readArchitecture(written);
    const auto reopened = loadModel(architecture, TensorSource::openFolder(written),
                                    {.dtype = scalarType(architecture.dtype), .device = attached.device()});
    ExportProof proof;
    std::int64_t agreeing = 0;
    for (const auto& ids : prompts) {
        const at::Tensor left = likeliestTokens(attached, adapters, ids, compute);
        const at::Tensor right = likeliestTokens(*reopened, {}, ids, compute);
        agreeing += left.eq(right).sum().item<std::int64_t>();
        proof.positions += std::ssize(ids);
        if (ids.size() < 2) continue;
        const at::Tensor gap = scoreSequences(attached, {ids}, adapters, compute).front() -
                               scoreSequences(*reopened, {ids}, {}, compute).front();
        proof.maxLogprobGap = std::max(proof.maxLogprobGap, gap.abs().max().item<double>());
    }
    proof.top1Agreement =
        proof.positions > 0 ? static_cast<double>(agreeing) / static_cast<double>(proof.positions) : 0;
    return proof;
}

} // namespace fettle
