#include "core/config/nearest_key.h"

#include <algorithm>
#include <vector>

namespace fettle {

namespace {

struct SplitKey {
    std::string_view section, name;
};

SplitKey split(std::string_view key) {
    const auto dot = key.rfind('.');
    if (dot == std::string_view::npos) return {{}, key};
    return {key.substr(0, dot), key.substr(dot + 1)};
}

std::string withoutIndices(std::string_view key) {
    std::string plain;
    bool isInside = false;
    for (const char c : key) {
        isInside = isInside && c != ']';
        if (!isInside) plain += c;
        isInside = isInside || c == '[';
    }
    return plain;
}

} // namespace

std::size_t editDistance(std::string_view from, std::string_view to) {
    // Three rows of the dynamic programme are alive: a swap looks two rows back.
    std::vector<std::size_t> beforeLast(to.size() + 1), last(to.size() + 1), row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t substituted = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, substituted});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[to.size()];
}

std::string nearestChoice(std::string_view text, std::span<const std::string_view> choices) {
    const auto nearest =
        std::ranges::min_element(choices, {}, [&](std::string_view choice) { return editDistance(text, choice); });
    return nearest == choices.end() ? std::string() : std::string(*nearest);
}

std::string nearestKey(std::string_view key, const Json& fields) {
    const std::string plain = withoutIndices(key);
    const SplitKey wanted = split(plain);
    std::string nearest;
    std::size_t smallest = std::string::npos;
    for (const Json& field : fields) {
        const auto& known = field.at("key").get_ref<const std::string&>();
        const SplitKey candidate = split(known);
        const std::size_t distance =
            editDistance(wanted.name, candidate.name) + (wanted.section == candidate.section ? 0 : 1);
        if (distance < smallest) {
            smallest = distance;
            nearest = known;
        }
    }
    return nearest;
}

} // namespace fettle
