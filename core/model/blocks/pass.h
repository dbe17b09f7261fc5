#pragma once

#include "core/model/blocks/adapted.h"
#include "core/model/blocks/residual_dropout.h"
#include "core/model/blocks/rope.h"
#include "core/ops/attention.h"

namespace fettle {

// What the layers of one call share. It owns all of it: a recomputed layer runs again after hidden() returned.
struct Pass {
    Adapted adapted;
    std::vector<RopeAngles> ropes; // of Architecture::ropes
    std::shared_ptr<const ops::Segments> segments;
    KvCache* cache = nullptr;
    at::Tensor cacheRows_N;
    ResidualDropout dropout;
};

// The tensors that enter a layer, all of them arguments where it is recomputed: the residual stream, what the last
// block still adds to it (the addition is fused with the norm that follows), and the adapters' prefix rows [P, kvHeads,
// headDim]. All but x may be undefined.
struct LayerInput {
    at::Tensor x_ND, delta_ND, prefixKeys, prefixValues;
};

} // namespace fettle
