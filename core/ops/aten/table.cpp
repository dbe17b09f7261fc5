#include "core/ops/aten/aten.h"

namespace fettle::ops {

namespace {

// Nothing is worth a way of its own for a few rows where kernels run beside the host.
std::vector<at::Tensor> noFewRows(const at::Tensor&, const std::vector<LinearTerm>&, const LinearContext&) {
    return {};
}

at::Tensor noFewQueries(const at::Tensor&, const at::Tensor&, const at::Tensor&, const std::vector<Segment>&,
                        const AttentionOptions&) {
    return {};
}

} // namespace

const KernelTable& atenKernels() {
    static const KernelTable table{
        .product = &aten::product,
        .addRmsNorm = &aten::addRmsNorm,
        .rmsNormBackward = &aten::rmsNormBackward,
        .act = &aten::act,
        .actBackward = &aten::actBackward,
        .gatedAct = &aten::gatedAct,
        .gatedActBackward = &aten::gatedActBackward,
        .rotary = &aten::rotary,
        .keepMask = &aten::keepMask,
        .elementNoise = &aten::elementNoise,
        .putRows = &aten::putRows,
        .logitFigures = &aten::logitFigures,
        .logitGradient = &aten::logitGradient,
        .softmaxTile = &aten::softmaxTile,
        .softmaxTileBackward = &aten::softmaxTileBackward,
        .runsTasksOnThreads = false,
        .varlen = {},
        .clipGradients = &aten::clipGradients,
        .sampleTokens = &aten::sampleTokens,
        .fewRows = &noFewRows,
        .fewQueries = &noFewQueries,
    };
    return table;
}

} // namespace fettle::ops
