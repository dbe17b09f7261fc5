#include "core/ops/cpu/memory_rows.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstring>

namespace fettle::ops::cpu {

at::Tensor keepMask(std::int64_t elements, std::uint32_t threshold, const DropoutStream& stream, const at::Device&) {
    at::Tensor mask = at::empty({elements}, at::kBool);
    bool* kept = mask.mutable_data_ptr<bool>();
    at::parallel_for(0, elements, 1 << 15, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i)
            kept[i] = elementHash(stream, static_cast<std::uint32_t>(i)) >= threshold;
    });
    return mask;
}

// index_copy_ without its dispatch: the rows of a token are a few hundred bytes.
void putRows(at::Tensor room, const at::Tensor& rows_N, const at::Tensor& added_N) {
    const at::Tensor source = added_N.contiguous();
    const std::size_t bytes = source.nbytes() / static_cast<std::size_t>(std::max<std::int64_t>(1, source.size(0)));
    const auto* from = static_cast<const std::byte*>(source.const_data_ptr());
    auto* to = static_cast<std::byte*>(room.mutable_data_ptr());
    const auto* rows = rows_N.const_data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < source.size(0); ++i)
        std::memcpy(to + static_cast<std::size_t>(rows[i]) * bytes, from + static_cast<std::size_t>(i) * bytes, bytes);
}

} // namespace fettle::ops::cpu
