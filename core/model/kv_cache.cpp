#include "core/model/kv_cache.h"

#include <algorithm>
#include <cstring>

namespace fettle {

namespace {

// index_copy_ without its dispatch: the rows of a token are a few hundred bytes.
void putRows(at::Tensor& room, const at::Tensor& rows_N, const at::Tensor& added) {
    if (!room.is_cpu()) {
        room.index_copy_(0, rows_N, added);
        return;
    }
    const at::Tensor source = added.contiguous();
    const std::size_t bytes = source.nbytes() / static_cast<std::size_t>(std::max<std::int64_t>(1, source.size(0)));
    const auto* from = static_cast<const std::byte*>(source.const_data_ptr());
    auto* to = static_cast<std::byte*>(room.mutable_data_ptr());
    const auto* rows = rows_N.const_data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < source.size(0); ++i)
        std::memcpy(to + static_cast<std::size_t>(rows[i]) * bytes, from + static_cast<std::size_t>(i) * bytes, bytes);
}

} // namespace

KvCache::KvCache(const Architecture& a, std::int64_t sequences, std::int64_t capacity, at::ScalarType type,
                 const at::Device& device)
    : m_sequences(sequences), m_capacity(capacity) {
    const auto options = at::TensorOptions(type).device(device);
    for (std::int64_t layer = 0; layer < a.layers; ++layer) {
        m_keys.push_back(at::zeros({sequences * capacity, a.kvHeads, a.headDim}, options));
        m_values.push_back(at::zeros({sequences * capacity, a.kvHeads, a.headDim}, options));
    }
}

void KvCache::put(std::int64_t layer, const at::Tensor& rows_N, const at::Tensor& keys, const at::Tensor& values) {
    putRows(m_keys[static_cast<std::size_t>(layer)], rows_N, keys);
    putRows(m_values[static_cast<std::size_t>(layer)], rows_N, values);
}

void KvCache::grow(std::int64_t sequences, std::int64_t capacity) {
    const at::NoGradGuard noGrad;
    for (auto* list : {&m_keys, &m_values}) {
        for (at::Tensor& tensor : *list) {
            const std::int64_t heads = tensor.size(1), width = tensor.size(2);
            at::Tensor larger = at::zeros({sequences, capacity, heads, width}, tensor.options());
            larger.narrow(0, 0, m_sequences)
                .narrow(1, 0, m_capacity)
                .copy_(tensor.view({m_sequences, m_capacity, heads, width}));
            tensor = larger.view({sequences * capacity, heads, width});
        }
    }
    m_sequences = sequences;
    m_capacity = capacity;
}

} // namespace fettle
