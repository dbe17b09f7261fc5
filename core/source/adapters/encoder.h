#pragma once

#include "core/source/adapters/adapter_kind.h"

namespace fettle {

// Networks that make virtual rows of an embedding, under the names that PEFT's modules have: P-tuning's encoder
// (peft/tuners/p_tuning/model.py), prefix tuning's projection. They are trained, and only what they make is kept.

inline constexpr const char* kEncoderEmbedding = "embedding.weight";

// "<layer>.weight" [out, in] and "<layer>.bias" [out].
[[nodiscard]] std::vector<AdapterTensor> linearTensors(const std::string& layer, std::int64_t out, std::int64_t in);

[[nodiscard]] std::vector<AdapterTensor> joined(const std::vector<std::vector<AdapterTensor>>& parts);

// Of a torch.nn.LSTM that reads both ways, in the order that at::lstm takes: of each layer and direction weight_ih [4
// H, in], weight_hh [4 H, H], bias_ih and bias_hh [4 H]. A further layer's input is [2 H].
[[nodiscard]] std::vector<AdapterTensor> lstmTensors(const std::string& name, std::int64_t in, std::int64_t hidden,
                                                     std::int64_t layers);

} // namespace fettle
