#include "core/hub/glob.h"

#include <vector>

namespace fettle {

namespace {

struct GlobPart {
    enum class Kind { Letter, One, Many, Deep, Class } kind = Kind::Letter;
    std::string_view text; // the letter, or what stands in the brackets

    [[nodiscard]] bool repeats() const { return kind == Kind::Many || kind == Kind::Deep; }
    [[nodiscard]] bool takes(char c) const;
};

bool isInClass(std::string_view letters, char c) {
    const bool isNegated = letters.starts_with('!');
    if (isNegated) letters.remove_prefix(1);
    bool isFound = false;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool isRange = i + 2 < letters.size() && letters[i + 1] == '-';
        isFound |= isRange ? letters[i] <= c && c <= letters[i + 2] : letters[i] == c;
        if (isRange) i += 2;
    }
    return isFound != isNegated;
}

bool GlobPart::takes(char c) const {
    switch (kind) {
    case Kind::Letter:
        return c == text.front();
    case Kind::Deep:
        return true;
    case Kind::Class:
        return c != '/' && isInClass(text, c);
    default:
        return c != '/';
    }
}

// The part that the pattern begins with, which is taken off it.
GlobPart takePart(std::string_view& pattern) {
    using Kind = GlobPart::Kind;
    GlobPart part{.kind = Kind::Letter, .text = pattern.substr(0, 1)};
    std::size_t length = 1;
    const std::size_t bracket = pattern.front() == '[' ? pattern.find(']', 2) : std::string_view::npos;
    if (pattern.starts_with("**")) {
        part.kind = Kind::Deep;
        length = pattern.starts_with("**/") ? 3 : 2; // the folders' last slash is theirs
    } else if (pattern.front() == '*') {
        part.kind = Kind::Many;
    } else if (pattern.front() == '?') {
        part.kind = Kind::One;
    } else if (bracket != std::string_view::npos) {
        part = {.kind = Kind::Class, .text = pattern.substr(1, bracket - 1)};
        length = bracket + 1;
    }
    pattern.remove_prefix(length);
    return part;
}

} // namespace

// fits[i]: whether the parts so far take the first i letters of the path.
bool matchesGlob(std::string_view pattern, std::string_view path) {
    std::vector<char> fits(path.size() + 1, 0), next(path.size() + 1, 0);
    fits[0] = 1;
    while (!pattern.empty()) {
        const bool isFolders = pattern.starts_with("**/");
        const GlobPart part = takePart(pattern);
        bool isOpen = false;
        for (std::size_t i = 0; i <= path.size(); ++i) {
            if (part.repeats()) {
                isOpen = (isOpen && i > 0 && part.takes(path[i - 1])) || fits[i] != 0;
                next[i] = isFolders ? fits[i] != 0 || (isOpen && i > 0 && path[i - 1] == '/') : isOpen;
            } else {
                next[i] = i > 0 && fits[i - 1] != 0 && part.takes(path[i - 1]);
            }
        }
        fits.swap(next);
    }
    return fits[path.size()] != 0;
}

} // namespace fettle
