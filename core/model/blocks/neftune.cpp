#include "core/model/blocks/neftune.h"

#include "core/ops/noise.h"

namespace fettle {

at::Tensor neftuneNoise(const Batch& batch, std::int64_t width, double alpha, const ops::DropoutKey& key) {
    constexpr std::uint32_t kPlace = 0xFFFFFFFF; // apart from the Linear modules, which count from 0
    const at::Tensor& sequence_N = batch.sequence_N;
    const at::Tensor ones_N = at::ones(sequence_N.sizes(), sequence_N.options().dtype(at::kFloat));
    const at::Tensor length_S = at::zeros({batch.sequences}, ones_N.options()).index_add(0, sequence_N, ones_N);
    const at::Tensor most_S = length_S.mul(static_cast<double>(width)).rsqrt_().mul_(alpha);
    return ops::uniformNoise(sequence_N.size(0) * width, key, kPlace, sequence_N.device())
        .view({-1, width})
        .mul_(most_S.index_select(0, sequence_N).unsqueeze(1));
}

} // namespace fettle
