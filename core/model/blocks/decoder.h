#pragma once

#include "core/model/blocks/decoder_layer.h"
#include "core/model/families.h"

namespace fettle {

// What a family puts together, in the order of its checkpoint.
struct DecoderParts {
    at::Tensor embedding_VD;
    at::Tensor positions_PD; // learned positions; undefined: the layers turn their queries and keys
    std::vector<DecoderLayer> layers;
    std::optional<Norm> norm;
    ops::LinearWeight head;
};

// Embedding, layers, norm and head (arXiv:1706.03762): the loop with residual stream, recomputation, cache and
// adapters.
class Decoder : public CausalLM {
public:
    Decoder(Architecture architecture, const at::Device& device, DecoderParts parts, const WeightStore& weights);

    at::Tensor hidden(const Call& given) const override;
    const ops::Head& head() const override { return m_head; }
    NamedTensors parameters() const override { return m_parameters; }

private:
    [[nodiscard]] at::Tensor embedded(const Call& call, const struct VirtualRows& rows, const Adapted& adapted) const;
    [[nodiscard]] at::Tensor embeddedTokens(const Call& call, const Adapted& adapted) const;

    DecoderParts m_parts;
    ops::Head m_head;
    NamedTensors m_parameters;
};

} // namespace fettle
