#pragma once

#include "core/source/gguf/gguf_change.h"

#include <ATen/ATen.h>

namespace fettle {

// A weight [out, in], [in, out], [width] or a bias [out] as a GGUF file keeps it. A bias knows neither the added one
// nor the transposition, which its change therefore must not have.
[[nodiscard]] at::Tensor asInGguf(const at::Tensor& own, const GgufChange& change);
// And back.
[[nodiscard]] at::Tensor asInModel(const at::Tensor& stored, const GgufChange& change);

} // namespace fettle
