#include "core/text/word_cache.h"

#include <functional>
#include <memory>
#include <string>

namespace fettle {

namespace {

constexpr std::size_t kLongestCached = 64; // bytes of a word

} // namespace

struct WordCache::Entry {
    std::string word;
    std::vector<WordToken> tokens;
};

WordCache::~WordCache() {
    for (const auto& place : m_places)
        delete place.load(std::memory_order_relaxed);
}

const std::vector<WordToken>* WordCache::find(std::string_view word) const {
    const std::size_t home = std::hash<std::string_view>{}(word);
    for (std::size_t i = 0; i < kNeighbours; ++i) {
        const Entry* entry = m_places[(home + i) % kPlaces].load(std::memory_order_acquire);
        if (entry == nullptr) return nullptr;
        if (entry->word == word) return &entry->tokens;
    }
    return nullptr;
}

void WordCache::keep(std::string_view word, const std::vector<WordToken>& tokens) {
    if (word.size() > kLongestCached) return;
    auto entry = std::make_unique<const Entry>(Entry{std::string(word), tokens});
    const std::size_t home = std::hash<std::string_view>{}(word);
    for (std::size_t i = 0; i < kNeighbours; ++i) {
        const Entry* there = nullptr;
        if (m_places[(home + i) % kPlaces].compare_exchange_strong(there, entry.get(), std::memory_order_acq_rel)) {
            (void)entry.release();
            return;
        }
        if (there->word == word) return; // another thread was faster
    }
}

} // namespace fettle
