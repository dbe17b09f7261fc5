#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace fettle {

// Where no merge of a vocabulary goes across: between two characters of which no merge's left half ends with the one
// while its right half begins with the other. The parts of a word between seams become tokens independently.
class Seams {
public:
    void join(std::string_view left, std::string_view right); // the halves of a merge
    [[nodiscard]] bool isJoined(char32_t left, char32_t right) const { return m_joined.contains(keyOf(left, right)); }

private:
    static std::uint64_t keyOf(char32_t left, char32_t right) {
        return (static_cast<std::uint64_t>(left) << 32) | static_cast<std::uint64_t>(right);
    }
    std::unordered_set<std::uint64_t> m_joined;
};

} // namespace fettle
