#include "core/ops/blockwise.h"

#include <algorithm>
#include <cmath>

namespace fettle::ops {

namespace {

constexpr int kExponents = 7;
constexpr std::int64_t kElementsAtOnce = kQuantBlock << 12;

// The code of 0: 127 negative values lie below it in a signed map.
std::int64_t zeroCode(bool isSigned) {
    return isSigned ? 127 : 0;
}

} // namespace

// In the reference's own steps and types, so that each value is the same to the last bit.
at::Tensor dynamicMap(bool isSigned, const at::Device& device) {
    std::vector<at::Tensor> values = {at::tensor({0.0F, 1.0F})};
    for (int i = 0; i < kExponents; ++i) {
        const std::int64_t parts = std::int64_t{1} << (isSigned ? i : i + 1);
        const at::Tensor edges = at::linspace(0.1, 1, parts + 1, at::kFloat);
        const at::Tensor means = (edges.slice(0, 0, -1) + edges.slice(0, 1)) / 2;
        values.push_back(means * std::pow(10.0, i - (kExponents - 1)));
        if (isSigned) values.push_back(-values.back());
    }
    return std::get<0>(at::cat(values).sort()).to(device);
}

BlockwiseState blockwiseZeros(std::int64_t elements, bool isSigned, const at::Device& device) {
    const at::TensorOptions options(device);
    return {at::full({elements}, zeroCode(isSigned), options.dtype(at::kByte)),
            at::zeros({(elements + kQuantBlock - 1) / kQuantBlock}, options.dtype(at::kFloat))};
}

at::Tensor BlockRange::rowsOf(const at::Tensor& flat, std::int64_t filler) const {
    const at::Tensor part = flat.narrow(0, begin, count);
    const std::int64_t missing = (kQuantBlock - count % kQuantBlock) % kQuantBlock;
    return (missing == 0 ? part : at::constant_pad_nd(part, {0, missing}, filler)).view({-1, kQuantBlock});
}

at::Tensor BlockRange::elementsOf(const at::Tensor& rows_Bk) const {
    return rows_Bk.view({-1}).narrow(0, 0, count);
}

std::vector<BlockRange> blockRanges(std::int64_t elements) {
    std::vector<BlockRange> ranges;
    for (std::int64_t begin = 0; begin < elements; begin += kElementsAtOnce)
        ranges.push_back({begin, std::min(kElementsAtOnce, elements - begin)});
    return ranges;
}

BlockwiseCodec::BlockwiseCodec(bool isSigned, const at::Device& device)
    : m_isSigned(isSigned), m_map(dynamicMap(isSigned, device)),
      m_middles((m_map.slice(0, 1) + m_map.slice(0, 0, -1)) / 2) {}

at::Tensor BlockwiseCodec::load(const BlockwiseState& state, const BlockRange& range) const {
    const at::Tensor codes_Bk = range.rowsOf(state.codes, zeroCode(m_isSigned));
    const at::Tensor absmax_B = state.absmax.narrow(0, range.firstBlock(), codes_Bk.size(0));
    return m_map.index_select(0, codes_Bk.reshape({-1}).to(at::kInt)).view(codes_Bk.sizes()) * absmax_B.unsqueeze(1);
}

void BlockwiseCodec::store(const BlockwiseState& state, const BlockRange& range, const at::Tensor& values_Bk) const {
    const at::Tensor absmax_B = values_Bk.abs().amax(1);
    const at::Tensor scale = absmax_B.clamp_min(1e-38).unsqueeze(1);
    at::Tensor nearest = at::bucketize(values_Bk / scale, m_middles, /*out_int32=*/true);
    if (m_isSigned) {
        const at::Tensor isBelow = values_Bk < 0;
        const at::Tensor code = m_map.index_select(0, nearest.reshape({-1})).view(nearest.sizes());
        nearest = nearest - isBelow.logical_and(code >= 0).to(at::kInt) +
                  isBelow.logical_not().logical_and(code < 0).to(at::kInt);
    }
    state.absmax.narrow(0, range.firstBlock(), absmax_B.size(0)).copy_(absmax_B);
    state.codes.narrow(0, range.begin, range.count).copy_(range.elementsOf(nearest));
}

} // namespace fettle::ops
