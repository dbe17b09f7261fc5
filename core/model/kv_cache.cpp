#include "core/model/kv_cache.h"

#include "core/ops/kernel_table.h"

namespace fettle {

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
    const auto at = static_cast<std::size_t>(layer);
    const ops::KernelTable& kernels = ops::kernelsFor(keys);
    kernels.putRows(m_keys[at], rows_N, keys);
    kernels.putRows(m_values[at], rows_N, values);
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
