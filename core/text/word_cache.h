#pragma once

#include "core/text/word_token.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fettle {

// Words that were cut before. Threads neither wait for each other nor write to memory that they share when they look a
// word up: a place is filled once and never emptied. A full neighbourhood keeps what it has.
class WordCache {
public:
    WordCache() = default;
    ~WordCache();
    WordCache(const WordCache&) = delete;
    WordCache& operator=(const WordCache&) = delete;

    [[nodiscard]] const std::vector<WordToken>* find(std::string_view word) const; // null: unknown
    void keep(std::string_view word, const std::vector<WordToken>& tokens);

private:
    struct Entry;
    static constexpr std::size_t kPlaces = 1 << 16, kNeighbours = 8;
    std::array<std::atomic<const Entry*>, kPlaces> m_places{};
};

} // namespace fettle
