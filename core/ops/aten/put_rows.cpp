#include "core/ops/aten/aten.h"

namespace fettle::ops::aten {

void putRows(at::Tensor room, const at::Tensor& rows_N, const at::Tensor& added_N) {
    room.index_copy_(0, rows_N, added_N);
}

} // namespace fettle::ops::aten
