#include "core/data/files/row_files.h"

#include <string>

namespace fettle {

namespace {

constexpr auto kNowhere = std::string_view::npos;
constexpr std::size_t kDeepest = 512; // parseJson() takes no more, and a search is over soon

// Behind the closing quote of the text that begins here; no text goes over the end of a line.
std::size_t quoteEnd(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] == '"') return at + 1;
        if (text[at] == '\\') ++at;
        if (at < text.size() && (text[at] == '\n' || text[at] == '\r')) return kNowhere;
    }
    return kNowhere;
}

// Whether a value or a key may begin here: not right behind another one.
bool mayBegin(char previous) {
    return previous == '{' || previous == '[' || previous == ',' || previous == ':';
}

} // namespace

// A line of which the end is missing must not take the lines behind it along: what cannot follow ends the search.
std::size_t objectEnd(std::string_view text) {
    if (!text.starts_with('{')) return kNowhere;
    std::string open = "{";
    char previous = '{';
    for (std::size_t at = 1; at < text.size();) {
        const char c = text[at];
        if (kBlanks.find(c) != kNowhere) {
            ++at;
            continue;
        }
        if (c == '{' || c == '[') {
            const bool needsKey = open.back() == '{' && previous != ':';
            if (!mayBegin(previous) || needsKey || open.size() >= kDeepest) return kNowhere;
            open += c;
        } else if (c == '}' || c == ']') {
            if (open.back() != (c == '}' ? '{' : '[')) return kNowhere;
            open.pop_back();
            if (open.empty()) return at + 1;
        } else if (c == '"') {
            if (!mayBegin(previous)) return kNowhere;
            at = quoteEnd(text, at);
            if (at == kNowhere) return kNowhere;
            previous = c;
            continue;
        }
        previous = c;
        ++at;
    }
    return kNowhere;
}

} // namespace fettle
