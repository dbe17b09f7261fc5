#include "core/text/tokenizer.h"
#include "core/text/utf8.h"

namespace fettle {

namespace {

// A run of bytes may read differently once more of it is known; what was emitted stays, the rest starts at a character.
std::string continuation(const std::string& before, const std::string& all) {
    std::size_t from = before.size();
    while (from < all.size() && isContinuation(all[from]))
        ++from;
    return from < all.size() ? all.substr(from) : std::string();
}

} // namespace

// Only the tokens since the last complete text are decoded again, behind those of the text before them: what a token
// reads as may depend on its neighbour (a leading space is dropped only at the very start).
StreamDecoder::StreamDecoder(std::shared_ptr<const Tokenizer> tokenizer, SpecialText special)
    : m_tokenizer(std::move(tokenizer)), m_special(special) {}

std::string StreamDecoder::push(TokenId id) {
    m_ids.push_back(id);
    const std::span<const TokenId> window(m_ids);
    const std::string before = m_tokenizer->decode(window.first(m_emitted), m_special);
    const std::string all = m_tokenizer->decode(window, m_special);
    if (all.size() <= before.size() || all.ends_with(kReplacement)) return {};
    m_ids.erase(m_ids.begin(), m_ids.begin() + static_cast<std::ptrdiff_t>(m_emitted));
    m_emitted = m_ids.size();
    return continuation(before, all);
}

std::string StreamDecoder::finish() {
    const std::span<const TokenId> window(m_ids);
    const std::string before = m_tokenizer->decode(window.first(m_emitted), m_special);
    const std::string all = m_tokenizer->decode(window, m_special);
    m_ids.clear();
    m_emitted = 0;
    return continuation(before, all);
}

} // namespace fettle
