#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace fettle::test {

// Damages texts: bytes flipped, cut out, doubled, or replaced by one of the words of the format. Equal seeds give equal
// damage on every machine.
class Mutator {
public:
    Mutator(std::uint32_t seed, std::vector<std::string> words) : m_random(seed), m_words(std::move(words)) {}

    [[nodiscard]] std::string mutated(std::string text) {
        for (std::uint32_t left = 1 + below(4); left > 0; --left)
            damage(text);
        return text;
    }

private:
    std::uint32_t below(std::uint64_t bound) { return static_cast<std::uint32_t>(m_random() % bound); }

    void damage(std::string& text) {
        const std::size_t at = below(text.size() + 1), count = std::min<std::size_t>(below(9), text.size() - at);
        switch (below(5)) {
        case 0:
            if (at < text.size()) text[at] = static_cast<char>(below(256));
            break;
        case 1:
            text.erase(at, count);
            break;
        case 2:
            text.insert(at, text.substr(at, count));
            break;
        case 3:
            text.insert(at, m_words[below(m_words.size())]);
            break;
        default:
            text.replace(at, count, m_words[below(m_words.size())]);
        }
    }

    std::mt19937 m_random; // its numbers are fixed by the standard, those of distributions are not
    std::vector<std::string> m_words;
};

} // namespace fettle::test
