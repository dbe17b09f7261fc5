#include "core/text/precompiled.h"

#include "core/text/character_map.h"
#include "core/text/component.h"
#include "core/text/utf8.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

namespace fettle {

namespace {

constexpr std::size_t kLongGrapheme = 6;

// RFC 4648; what is no digit of it ends the text.
std::string base64Decoded(std::string_view text) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::size_t digit = kDigits.find(c);
        if (digit == std::string_view::npos) break;
        bits = (bits << 6) | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>((bits >> count) & 0xFF);
    }
    return bytes;
}

// Ends of what readers take for one character (UAX #29), as byte offsets.
std::vector<std::size_t> graphemeEnds(const std::string& text) {
    UErrorCode code = U_ZERO_ERROR;
    UText* source = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &code);
    UBreakIterator* breaks = ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &code);
    ubrk_setUText(breaks, source, &code);
    std::vector<std::size_t> ends;
    for (std::int32_t end = U_SUCCESS(code) ? ubrk_next(breaks) : UBRK_DONE; end != UBRK_DONE; end = ubrk_next(breaks))
        ends.push_back(static_cast<std::size_t>(end));
    ubrk_close(breaks);
    utext_close(source);
    if (U_FAILURE(code)) throw Error{ErrorKind::Internal, std::string("ICU cannot cut a text: ") + u_errorName(code)};
    return ends;
}

class MapGraphemes {
public:
    explicit MapGraphemes(CharacterMap map) : m_map(std::make_shared<const CharacterMap>(std::move(map))) {}

    void operator()(AlignedText& text) const {
        AlignedText result;
        std::size_t begin = 0;
        for (const std::size_t end : graphemeEnds(text.bytes)) {
            const bool isShort = end - begin < kLongGrapheme;
            if (!isShort || !replace(text, begin, end, result)) mapEach(text, begin, end, result);
            begin = end;
        }
        text = std::move(result);
    }

private:
    bool replace(const AlignedText& text, std::size_t begin, std::size_t end, AlignedText& result) const {
        const auto content = m_map->replacement(std::string_view(text.bytes).substr(begin, end - begin));
        if (content) result.append(*content, text.origin[begin]);
        return content.has_value();
    }

    void mapEach(const AlignedText& text, std::size_t begin, std::size_t end, AlignedText& result) const {
        for (std::size_t at = begin; at < end;) {
            const std::size_t next = at + static_cast<std::size_t>(codePointAt(text.bytes, at).length);
            if (!replace(text, at, next, result))
                result.append(std::string_view(text.bytes).substr(at, next - at), text.origin[at]);
            at = next;
        }
    }

    std::shared_ptr<const CharacterMap> m_map;
};

} // namespace

Normalizer precompiled(const Json& json) {
    const Json& map = part(json, "precompiled_charsmap");
    return MapGraphemes(CharacterMap(map.is_string() ? base64Decoded(map.get_ref<const std::string&>()) : ""));
}

} // namespace fettle
