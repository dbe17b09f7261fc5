#pragma once

#include "core/text/tokenizer.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace fettle {

// Finds all pieces of a vocabulary that a text begins with, in one walk.
class PieceTrie {
public:
    void add(std::string_view piece, TokenId id);

    // found(length, id), the shortest first.
    template <class Found>
    void eachPrefix(std::string_view text, Found found) const;

private:
    static constexpr TokenId kNone = -1;
    struct Node {
        std::uint32_t number; // of the node; 0 is the root
        TokenId id = kNone;   // of the piece that ends here
    };
    [[nodiscard]] static std::uint64_t keyOf(std::uint32_t node, char byte) {
        return (std::uint64_t{node} << 8) | static_cast<unsigned char>(byte);
    }

    std::unordered_map<std::uint64_t, Node> m_nodes; // by the node before and a byte
};

inline void PieceTrie::add(std::string_view piece, TokenId id) {
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        const auto next = static_cast<std::uint32_t>(m_nodes.size() + 1);
        Node& node = m_nodes.try_emplace(keyOf(at, piece[i]), Node{next}).first->second;
        if (i + 1 == piece.size()) node.id = id;
        at = node.number;
    }
}

template <class Found>
void PieceTrie::eachPrefix(std::string_view text, Found found) const {
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto node = m_nodes.find(keyOf(at, text[i]));
        if (node == m_nodes.end()) return;
        if (node->second.id != kNone) found(i + 1, node->second.id);
        at = node->second.number;
    }
}

} // namespace fettle
