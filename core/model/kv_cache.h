#pragma once

#include "core/model/slots.h"
#include "core/source/architecture.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <vector>

namespace fettle {

// Keys and values of all layers for a number of sequences, each with room for `capacity` tokens in adjacent rows.
// Row of token t of sequence s: s * capacity + t. Behind them lie the rows that adapters put before sequences.
class KvCache {
public:
    KvCache(const Architecture& architecture, std::int64_t sequences, std::int64_t capacity, at::ScalarType type,
            const at::Device& device);

    [[nodiscard]] std::int64_t capacity() const { return m_capacity; }
    [[nodiscard]] std::int64_t sequences() const { return m_sequences; }
    [[nodiscard]] std::int64_t row(std::int64_t sequence, std::int64_t token) const {
        return sequence * m_capacity + token;
    }
    // Larger room; what is cached stays. Batches made for the old capacity are void.
    void grow(std::int64_t sequences, std::int64_t capacity);

    // Keys and values [N, Hkv, hd] of N tokens into rows_N of one layer.
    void put(std::int64_t layer, const at::Tensor& rows_N, const at::Tensor& keys, const at::Tensor& values);

    // Where the adapters' rows begin.
    [[nodiscard]] std::int64_t firstVirtualRow() const { return m_sequences * m_capacity; }
    // Makes room up to row `end`. True: the cache holds these adapters' rows already, as they were put.
    [[nodiscard]] bool holdVirtualRows(const std::vector<std::shared_ptr<const Slots>>& owners, std::int64_t end);
    // Prefix rows [P, Hkv, hd] of one layer into the last P rows.
    void putPrefix(std::int64_t layer, const at::Tensor& keys, const at::Tensor& values);

    // [rows, Hkv, hd] of one layer.
    [[nodiscard]] const at::Tensor& keys(std::int64_t layer) const { return m_keys[static_cast<std::size_t>(layer)]; }
    [[nodiscard]] const at::Tensor& values(std::int64_t layer) const {
        return m_values[static_cast<std::size_t>(layer)];
    }

private:
    void resize(std::int64_t sequences, std::int64_t capacity, std::int64_t virtualRows);

    std::int64_t m_sequences, m_capacity, m_virtualRows = 0;
    std::vector<std::shared_ptr<const Slots>> m_owners; // of the virtual rows
    std::vector<at::Tensor> m_keys, m_values;
};

} // namespace fettle
