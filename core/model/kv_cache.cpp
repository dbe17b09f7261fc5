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
    for (const LayerSpec& layer : a.layers)
        for (auto* list : {&m_keys, &m_values})
            list->push_back(
                at::zeros({sequences * capacity, layer.attention.kvHeads, layer.attention.headDim}, options));
}

void KvCache::put(std::int64_t layer, const at::Tensor& rows_N, const at::Tensor& keys, const at::Tensor& values) {
    putRows(m_keys[static_cast<std::size_t>(layer)], rows_N, keys);
    putRows(m_values[static_cast<std::size_t>(layer)], rows_N, values);
}

void KvCache::putPrefix(std::int64_t layer, const at::Tensor& keys, const at::Tensor& values) {
    const auto at = static_cast<std::size_t>(layer);
    const std::int64_t rows = keys.size(0), begin = firstVirtualRow() + m_virtualRows - rows;
    m_keys[at].narrow(0, begin, rows).copy_(keys);
    m_values[at].narrow(0, begin, rows).copy_(values);
}

bool KvCache::holdVirtualRows(const std::vector<std::shared_ptr<const Slots>>& owners, std::int64_t end) {
    const std::int64_t rows = end - firstVirtualRow();
    if (rows == m_virtualRows && owners == m_owners) return true;
    resize(m_sequences, m_capacity, rows);
    m_owners = owners;
    return false;
}

void KvCache::grow(std::int64_t sequences, std::int64_t capacity) {
    m_owners.clear();
    resize(sequences, capacity, 0);
}

void KvCache::resize(std::int64_t sequences, std::int64_t capacity, std::int64_t virtualRows) {
    const at::NoGradGuard noGrad;
    for (auto* list : {&m_keys, &m_values}) {
        for (at::Tensor& tensor : *list) {
            const std::int64_t heads = tensor.size(1), width = tensor.size(2);
            at::Tensor larger = at::zeros({sequences * capacity + virtualRows, heads, width}, tensor.options());
            larger.narrow(0, 0, sequences * capacity)
                .view({sequences, capacity, heads, width})
                .narrow(0, 0, m_sequences)
                .narrow(1, 0, m_capacity)
                .copy_(tensor.narrow(0, 0, firstVirtualRow()).view({m_sequences, m_capacity, heads, width}));
            tensor = larger;
        }
    }
    m_sequences = sequences;
    m_capacity = capacity;
    m_virtualRows = virtualRows;
}

} // namespace fettle
