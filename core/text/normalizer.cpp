#include "core/text/normalizer.h"

#include "core/text/byte_alphabet.h"
#include "core/text/component.h"
#include "core/text/precompiled.h"
#include "core/text/regex.h"
#include "core/text/utf8.h"

#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <optional>

namespace fettle {

namespace {

const icu::Normalizer2* unicodeForm(const std::string& name) {
    UErrorCode code = U_ZERO_ERROR;
    if (name == "NFC") return icu::Normalizer2::getNFCInstance(code);
    if (name == "NFD") return icu::Normalizer2::getNFDInstance(code);
    return name == "NFKC" ? icu::Normalizer2::getNFKCInstance(code) : icu::Normalizer2::getNFKDInstance(code);
}

// What ICU rewrote keeps the origin of the stretch that it replaced.
void normalizeUnicode(AlignedText& text, const icu::Normalizer2& form) {
    UErrorCode code = U_ZERO_ERROR;
    if (form.isNormalizedUTF8(text.bytes, code)) return;
    std::string bytes;
    icu::StringByteSink<std::string> sink(&bytes);
    icu::Edits edits;
    form.normalizeUTF8(0, text.bytes, sink, &edits, code);
    std::vector<std::int32_t> origin;
    origin.reserve(bytes.size());
    auto run = edits.getFineIterator();
    while (run.next(code)) {
        const auto from = static_cast<std::size_t>(run.sourceIndex());
        for (std::int32_t i = 0; i < run.newLength(); ++i)
            origin.push_back(text.origin[from + static_cast<std::size_t>(run.hasChange() ? 0 : i)]);
    }
    text = {std::move(bytes), std::move(origin)};
}

void lowercase(AlignedText& text) {
    AlignedText lower;
    for (std::size_t at = 0; at < text.bytes.size();) {
        const CodePoint c = codePointAt(text.bytes, at);
        lower.append(utf8(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value)))), text.origin[at]);
        at += static_cast<std::size_t>(c.length);
    }
    text = std::move(lower);
}

void strip(AlignedText& text, bool left, bool right) {
    std::size_t begin = 0, end = text.bytes.size();
    while (left && begin < end && u_isUWhiteSpace(static_cast<UChar32>(codePointAt(text.bytes, begin).value)))
        begin += static_cast<std::size_t>(codePointAt(text.bytes, begin).length);
    while (right && end > begin) {
        std::size_t last = end - 1;
        while (last > begin && isContinuation(text.bytes[last]))
            --last;
        if (!u_isUWhiteSpace(static_cast<UChar32>(codePointAt(text.bytes, last).value))) break;
        end = last;
    }
    text = text.part(begin, end);
}

void replace(AlignedText& text, const Regex& pattern, const std::string& content) {
    AlignedText result;
    result.bytes.reserve(text.bytes.size());
    result.origin.reserve(text.origin.size());
    std::size_t last = 0;
    const auto keep = [&](std::size_t begin, std::size_t end) {
        result.bytes.append(text.bytes, begin, end - begin);
        const auto from = text.origin.begin() + static_cast<std::ptrdiff_t>(begin);
        result.origin.insert(result.origin.end(), from, from + static_cast<std::ptrdiff_t>(end - begin));
    };
    pattern.eachMatch(text.bytes, [&](std::size_t begin, std::size_t end) {
        keep(last, begin);
        result.append(content, text.origin[begin]);
        last = end;
    });
    keep(last, text.bytes.size());
    text = std::move(result);
}

void prepend(AlignedText& text, const std::string& content) {
    if (!text.empty()) text.prepend(content);
}

// What `rewritten` says of each character: another one, or nothing.
void mapCharacters(AlignedText& text, std::optional<char32_t> (*rewritten)(char32_t)) {
    AlignedText result;
    for (std::size_t at = 0; at < text.bytes.size();) {
        const CodePoint c = codePointAt(text.bytes, at);
        if (const auto kept = rewritten(c.value)) result.append(utf8(*kept), text.origin[at]);
        at += static_cast<std::size_t>(c.length);
    }
    text = std::move(result);
}

std::optional<char32_t> withoutMark(char32_t c) {
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0 ? std::nullopt : std::optional(c);
}

// normalizers/unicode.rs of the tokenizers library: do_nmt.
std::optional<char32_t> withoutControl(char32_t c) {
    const auto isIn = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
    if (isIn(0x01, 0x08) || c == 0x0B || isIn(0x0E, 0x1F) || c == 0x7F || c == 0x8F || c == 0x9F) return std::nullopt;
    const bool isBlank = c == 0x09 || c == 0x0A || c == 0x0C || c == 0x0D || c == 0x1680 || isIn(0x200B, 0x200F) ||
                         c == 0x2028 || c == 0x2029 || c == 0x2581 || c == 0xFEFF || c == 0xFFFD;
    return isBlank ? U' ' : c;
}

Normalizer normalizerSequence(const Json& list) {
    std::vector<Normalizer> steps;
    for (const Json& step : list)
        if (Normalizer normalizer = makeNormalizer(step)) steps.push_back(std::move(normalizer));
    return [steps](AlignedText& text) {
        for (const Normalizer& step : steps)
            step(text);
    };
}

} // namespace

Normalizer makeNormalizer(const Json& json) {
    if (json.is_null()) return {};
    const std::string type = componentType(json, "normalizer");
    if (type == "Sequence") return normalizerSequence(part(json, "normalizers"));
    if (type == "NFC" || type == "NFD" || type == "NFKC" || type == "NFKD")
        return [form = unicodeForm(type)](AlignedText& text) { normalizeUnicode(text, *form); };
    if (type == "Lowercase") return lowercase;
    if (type == "StripAccents") return [](AlignedText& text) { mapCharacters(text, withoutMark); };
    if (type == "Nmt") return [](AlignedText& text) { mapCharacters(text, withoutControl); };
    if (type == "Precompiled") return precompiled(json);
    if (type == "Strip")
        return [left = json.value("strip_left", true), right = json.value("strip_right", true)](AlignedText& text) {
            strip(text, left, right);
        };
    if (type == "Prepend")
        return [content = part(json, "prepend").get<std::string>()](AlignedText& text) { prepend(text, content); };
    if (type == "Replace")
        return [pattern = Regex(patternText(part(json, "pattern"))),
                content = part(json, "content").get<std::string>()](AlignedText& text) {
            replace(text, pattern, content);
        };
    if (type == "ByteLevel") return [](AlignedText& text) { text = toByteAlphabet(text); };
    refuseComponent("normalizer", type);
}

} // namespace fettle
