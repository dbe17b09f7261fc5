#pragma once

#include "core/adapter/slot_filler.h"

namespace fettle {

// Networks that make virtual rows (core/source/adapters/encoder.h).

// torch.nn's own start values: N(0, 1) of an embedding, U(-b, b) of all else with b = 1 / sqrt of a linear layer's
// inputs or of an LSTM's width.
[[nodiscard]] at::Tensor startOfEncoder(const std::vector<AdapterTensor>& all, const AdapterTensor& tensor,
                                        std::uint64_t seed);

// x W^T + b of the layer with that name.
[[nodiscard]] at::Tensor linearLayer(const TensorsByName& tensors, const std::string& layer, const at::Tensor& x);

// Slots::encode: `make` is called at every call while gradients are recorded, else once until a leaf is written.
[[nodiscard]] std::function<std::shared_ptr<const Slots>()> encoding(const TensorsByName& leaves,
                                                                     std::function<Slots()> make);

} // namespace fettle
