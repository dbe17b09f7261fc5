#include "core/model/kv_cache.h"

namespace fettle {

KvCache::KvCache(const Architecture& a, std::int64_t sequences, std::int64_t capacity, at::ScalarType type,
                 const at::Device& device)
    : m_sequences(sequences), m_capacity(capacity) {
    const auto options = at::TensorOptions(type).device(device);
    for (std::int64_t layer = 0; layer < a.layers; ++layer) {
        m_keys.push_back(at::zeros({sequences * capacity, a.kvHeads, a.headDim}, options));
        m_values.push_back(at::zeros({sequences * capacity, a.kvHeads, a.headDim}, options));
    }
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
