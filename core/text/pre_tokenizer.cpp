#include "core/text/pre_tokenizer.h"

#include "core/text/byte_alphabet.h"
#include "core/text/component.h"
#include "core/text/regex.h"
#include "core/text/split_patterns.h"
#include "core/text/utf8.h"

#include <unicode/uscript.h>

#include <optional>
#include <utility>

namespace fettle {

namespace {

using Pieces = std::vector<AlignedText>;

constexpr const char* kMetaspace = "\xE2\x96\x81"; // ▁

struct Range {
    std::size_t begin, end;
    bool isMatch;
};

std::vector<Range> matchesAndGaps(const std::string& text, const Regex& pattern, bool invert) {
    std::vector<Range> ranges;
    std::size_t last = 0;
    pattern.eachMatch(text, [&](std::size_t begin, std::size_t end) {
        if (begin > last) ranges.push_back({last, begin, invert});
        ranges.push_back({begin, end, !invert});
        last = end;
    });
    if (last < text.size()) ranges.push_back({last, text.size(), invert});
    return ranges;
}

std::vector<Range> contiguous(const std::vector<Range>& ranges) {
    std::vector<Range> joined;
    for (const Range& range : ranges) {
        if (!joined.empty() && joined.back().isMatch == range.isMatch)
            joined.back().end = range.end;
        else
            joined.push_back(range);
    }
    return joined;
}

std::vector<Range> mergedWithPrevious(const std::vector<Range>& ranges) {
    std::vector<Range> merged;
    bool wasMatch = false;
    for (const Range& range : ranges) {
        if (range.isMatch && !wasMatch && !merged.empty())
            merged.back().end = range.end;
        else
            merged.push_back(range);
        wasMatch = range.isMatch;
    }
    return merged;
}

std::vector<Range> mergedWithNext(const std::vector<Range>& ranges) {
    std::vector<Range> merged;
    bool wasMatch = false;
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        if (range->isMatch && !wasMatch && !merged.empty())
            merged.back().begin = range->begin;
        else
            merged.push_back(*range);
        wasMatch = range->isMatch;
    }
    return {merged.rbegin(), merged.rend()};
}

std::vector<Range> arranged(const std::vector<Range>& ranges, const std::string& behavior) {
    if (behavior == "Contiguous") return contiguous(ranges);
    if (behavior == "MergedWithPrevious") return mergedWithPrevious(ranges);
    return behavior == "MergedWithNext" ? mergedWithNext(ranges) : ranges;
}

// tokenizers' Split: what the pattern matches is a delimiter, treated by the named behaviour.
PreTokenizer split(const std::string& pattern, const std::string& behavior, bool invert) {
    for (const char* known : {"Removed", "Isolated", "Contiguous", "MergedWithPrevious", "MergedWithNext"})
        if (behavior == known)
            return [regex = Regex(pattern), behavior, invert](Pieces& pieces) {
                Pieces result;
                for (const AlignedText& piece : pieces)
                    for (const Range& range : arranged(matchesAndGaps(piece.bytes, regex, invert), behavior))
                        if (behavior != "Removed" || !range.isMatch)
                            result.push_back(piece.part(range.begin, range.end));
                pieces = std::move(result);
            };
    refuseComponent("split behaviour", behavior);
}

// Punctuation as the tokenizers library's Punctuation knows it (0.23.3): Unicode 8's, whichever PCRE2 is there.
constexpr const char* kPunctuation =
    R"((?![)"
    R"(\x{61D}\x{9FD}\x{A76}\x{C77}\x{C84}\x{1B4E}-\x{1B4F}\x{1B7D}-\x{1B7F}\x{2E43}-\x{2E4F})"
    R"(\x{2E52}-\x{2E5D}\x{10D6E}\x{10EAD}\x{10F55}-\x{10F59}\x{10F86}-\x{10F89}\x{113D4}-\x{113D8})"
    R"(\x{1144B}-\x{1144F}\x{1145A}-\x{1145B}\x{1145D}\x{11660}-\x{1166C}\x{116B9}\x{1183B})"
    R"(\x{11944}-\x{11946}\x{119E2}\x{11A3F}-\x{11A46}\x{11A9A}-\x{11A9C}\x{11A9E}-\x{11AA2})"
    R"(\x{11B00}-\x{11B09}\x{11BE1}\x{11C41}-\x{11C45}\x{11C70}-\x{11C71}\x{11EF7}-\x{11EF8})"
    R"(\x{11F43}-\x{11F4F}\x{11FFF}\x{12FF1}-\x{12FF2}\x{16D6D}-\x{16D6F}\x{16E97}-\x{16E9A}\x{16FE2})"
    R"(\x{1E5FF}\x{1E95E}-\x{1E95F})"
    R"(])[\p{P}\x{166D}\x{111C9}$+<=>^`|~])";

PreTokenizer byteLevel(bool addPrefixSpace, bool useRegex) {
    const PreTokenizer words = useRegex ? split(kGpt2Pattern, "Isolated", false) : PreTokenizer{};
    return [words, addPrefixSpace](Pieces& pieces) {
        for (AlignedText& piece : pieces)
            if (addPrefixSpace && !piece.empty() && piece.bytes.front() != ' ') piece.prepend(" ");
        if (words) words(pieces);
        for (AlignedText& piece : pieces)
            piece = toByteAlphabet(piece);
    };
}

AlignedText spacesReplaced(const AlignedText& piece, std::string_view replacement) {
    AlignedText result;
    for (std::size_t i = 0; i < piece.bytes.size(); ++i)
        result.append(piece.bytes[i] == ' ' ? replacement : std::string_view(&piece.bytes[i], 1), piece.origin[i]);
    return result;
}

PreTokenizer metaspace(const Json& json) {
    const std::string replacement = json.value("replacement", kMetaspace);
    std::string scheme = json.value("prepend_scheme", "");
    if (scheme.empty()) scheme = json.value("add_prefix_space", true) ? "always" : "never";
    const PreTokenizer words =
        json.value("split", true) ? split(Regex::escaped(replacement), "MergedWithNext", false) : PreTokenizer{};
    return [replacement, scheme, words](Pieces& pieces) {
        for (AlignedText& piece : pieces) {
            if (piece.empty()) continue;
            const bool isStart = piece.origin.front() == 0;
            piece = spacesReplaced(piece, replacement);
            if ((scheme == "always" || (scheme == "first" && isStart)) && !piece.bytes.starts_with(replacement))
                piece.prepend(replacement);
        }
        if (words) words(pieces);
    };
}

// Cuts every piece at the places that `cuts` finds in it; what lies before the first one is left out.
PreTokenizer cutAt(std::function<std::vector<std::size_t>(const std::string&)> cuts) {
    return [cuts = std::move(cuts)](Pieces& pieces) {
        Pieces result;
        for (const AlignedText& piece : pieces) {
            std::vector<std::size_t> places = cuts(piece.bytes);
            places.push_back(piece.bytes.size());
            for (std::size_t i = 0; i + 1 < places.size(); ++i)
                result.push_back(piece.part(places[i], places[i + 1]));
        }
        pieces = std::move(result);
    };
}

PreTokenizer fixedLength(const Json& json) {
    const auto length = wholeNumber(json.value("length", Json(5)));
    if (!length || *length < 1)
        throw Error{ErrorKind::BadTokenizer,
                    "tokenizer.json: the length of a FixedLength is no number of characters.",
                    "Download the tokenizer again.",
                    {{"key", "length"}}};
    return cutAt([length = *length](const std::string& text) {
        std::vector<std::size_t> places;
        std::int64_t count = 0;
        for (std::size_t at = 0; at < text.size(); at += static_cast<std::size_t>(codePointAt(text, at).length))
            if (count++ % length == 0) places.push_back(at);
        return places;
    });
}

// Japanese is written in three scripts that count as one; a space belongs to any (pre_tokenizers/unicode_scripts of the
// tokenizers library). nullopt: any.
std::optional<int> scriptOf(char32_t c) {
    UErrorCode code = U_ZERO_ERROR;
    if (c == U' ') return std::nullopt;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &code);
    const bool isJapanese = c == 0x30FC || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
    return isJapanese ? USCRIPT_HAN : script;
}

std::vector<std::size_t> changesOfScript(const std::string& text) {
    std::vector<std::size_t> places;
    std::optional<int> last;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        if (const auto script = scriptOf(c.value); script && script != last) {
            places.push_back(at);
            last = script;
        }
        at += static_cast<std::size_t>(c.length);
    }
    return places;
}

PreTokenizer preTokenizerSequence(const Json& list) {
    std::vector<PreTokenizer> steps;
    for (const Json& step : list)
        if (PreTokenizer made = makePreTokenizer(step)) steps.push_back(std::move(made));
    return [steps](Pieces& pieces) {
        for (const PreTokenizer& step : steps)
            step(pieces);
    };
}

} // namespace

PreTokenizer makePreTokenizer(const Json& json) {
    if (json.is_null()) return {};
    const std::string type = componentType(json, "pre-tokenizer");
    if (type == "Sequence") return preTokenizerSequence(part(json, "pretokenizers"));
    if (type == "ByteLevel") return byteLevel(json.value("add_prefix_space", true), json.value("use_regex", true));
    if (type == "Split")
        return split(patternText(part(json, "pattern")), json.value("behavior", "Isolated"),
                     json.value("invert", false));
    if (type == "Digits")
        return split(R"(\p{N})", json.value("individual_digits", false) ? "Isolated" : "Contiguous", false);
    if (type == "Metaspace") return metaspace(json);
    if (type == "Punctuation") return split(kPunctuation, json.value("behavior", "Isolated"), false);
    if (type == "Whitespace") return split(R"(\w+|[^\w\s]+)", "Removed", true);
    if (type == "WhitespaceSplit") return split(R"(\s)", "Removed", false);
    if (type == "CharDelimiterSplit")
        return split(Regex::escaped(part(json, "delimiter").get<std::string>()), "Removed", false);
    if (type == "FixedLength") return fixedLength(json);
    if (type == "UnicodeScripts") return cutAt(changesOfScript);
    refuseComponent("pre-tokenizer", type);
}

} // namespace fettle
