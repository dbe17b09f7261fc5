#include "core/text/jinja/letters.h"

#include "core/text/jinja/value.h"
#include "core/text/utf8.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace fettle::jinja {

namespace {

UChar32 unicode(char32_t c) {
    return static_cast<UChar32>(c);
}

template <class Holds>
bool everyCharacter(const std::string& text, Holds holds) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        if (!holds(c.value)) return false;
        at += static_cast<std::size_t>(c.length);
    }
    return !text.empty();
}

bool isLetter(char32_t c) {
    return (U_GET_GC_MASK(unicode(c)) & U_GC_L_MASK) != 0;
}
int numericType(char32_t c) {
    return u_getIntPropertyValue(unicode(c), UCHAR_NUMERIC_TYPE);
}
bool isUpperLetter(char32_t c) {
    return u_isUUppercase(unicode(c)) != 0;
}
bool isLowerLetter(char32_t c) {
    return u_isULowercase(unicode(c)) != 0;
}
bool isTitleLetter(char32_t c) {
    return u_charType(unicode(c)) == U_TITLECASE_LETTER;
}

std::string fromUnicode(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

template <class Map>
std::string mapped(const std::string& text, Map map) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        result += map(c.value, text.substr(at, static_cast<std::size_t>(c.length)));
        at += static_cast<std::size_t>(c.length);
    }
    return result;
}

bool isLineEnd(char32_t c) {
    return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

} // namespace

bool isSpace(char32_t c) {
    return u_isUWhiteSpace(unicode(c)) != 0 || (c >= 0x1C && c <= 0x1F);
}
bool isWordPart(char32_t c) {
    return c == '_' || isLetter(c) || numericType(c) != U_NT_NONE;
}

bool isAlphabetic(const std::string& text) {
    return everyCharacter(text, isLetter);
}
bool isAlphanumeric(const std::string& text) {
    return everyCharacter(text, [](char32_t c) { return isLetter(c) || numericType(c) != U_NT_NONE; });
}
bool isDecimal(const std::string& text) {
    return everyCharacter(text, [](char32_t c) { return numericType(c) == U_NT_DECIMAL; });
}
bool isDigits(const std::string& text) {
    return everyCharacter(text,
                          [](char32_t c) { return numericType(c) == U_NT_DECIMAL || numericType(c) == U_NT_DIGIT; });
}
bool isNumeric(const std::string& text) {
    return everyCharacter(text, [](char32_t c) { return numericType(c) != U_NT_NONE; });
}
bool isBlank(const std::string& text) {
    return everyCharacter(text, isSpace);
}
bool isAscii(const std::string& text) {
    return text.empty() || everyCharacter(text, [](char32_t c) { return c < 0x80; });
}

bool isLower(const std::string& text) {
    return everyCharacter(text, [](char32_t c) { return !isUpperLetter(c) && !isTitleLetter(c); }) &&
           !everyCharacter(text, [](char32_t c) { return !isLowerLetter(c); });
}
bool isUpper(const std::string& text) {
    return everyCharacter(text, [](char32_t c) { return !isLowerLetter(c) && !isTitleLetter(c); }) &&
           !everyCharacter(text, [](char32_t c) { return !isUpperLetter(c); });
}
bool isTitle(const std::string& text) {
    bool isInWord = false, hasLetter = false;
    const bool holds = everyCharacter(text, [&](char32_t c) {
        const bool starts = isUpperLetter(c) || isTitleLetter(c);
        const bool isRight = starts ? !isInWord : !isLowerLetter(c) || isInWord;
        isInWord = starts || isLowerLetter(c);
        hasLetter = hasLetter || isInWord;
        return isRight;
    });
    return holds && hasLetter;
}

std::string lower(const std::string& text) {
    return fromUnicode(icu::UnicodeString::fromUTF8(text).toLower(icu::Locale::getRoot()));
}
std::string upper(const std::string& text) {
    return fromUnicode(icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale::getRoot()));
}
std::string folded(const std::string& text) {
    return fromUnicode(icu::UnicodeString::fromUTF8(text).foldCase());
}
std::string swapped(const std::string& text) {
    return mapped(text, [](char32_t c, const std::string& letter) {
        return isUpperLetter(c) ? lower(letter) : isLowerLetter(c) ? upper(letter) : letter;
    });
}

std::string capitalized(const std::string& text) {
    if (text.empty()) return text;
    const auto first = static_cast<std::size_t>(codePointAt(text, 0).length);
    return upper(text.substr(0, first)) + lower(text.substr(first));
}

std::string titled(const std::string& text) {
    bool isStart = true;
    return mapped(text, [&](char32_t c, const std::string&) {
        const UChar32 letter = isStart ? u_totitle(unicode(c)) : u_tolower(unicode(c));
        isStart = u_isalpha(unicode(c)) == 0;
        return utf8(static_cast<char32_t>(letter));
    });
}

std::string stripped(const std::string& text, const std::string& characters, bool left, bool right) {
    const auto isStripped = [&](std::size_t at) {
        const CodePoint c = codePointAt(text, at);
        return characters.empty()
                   ? isSpace(c.value)
                   : characters.find(text.substr(at, static_cast<std::size_t>(c.length))) != std::string::npos;
    };
    std::size_t begin = 0, end = text.size();
    while (left && begin < end && isStripped(begin))
        begin += static_cast<std::size_t>(codePointAt(text, begin).length);
    while (right && end > begin) {
        std::size_t last = end - 1;
        while (last > begin && isContinuation(text[last]))
            --last;
        if (!isStripped(last)) break;
        end = last;
    }
    return text.substr(begin, end - begin);
}

std::vector<std::string> lines(const std::string& text, LineEnds ends) {
    std::vector<std::string> all;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        std::size_t next = at + static_cast<std::size_t>(c.length);
        if (isLineEnd(c.value)) {
            if (c.value == '\r' && next < text.size() && text[next] == '\n') ++next;
            if (all.size() >= kMostItems) fail("A text has too many parts");
            all.push_back(text.substr(begin, (ends == LineEnds::Keep ? next : at) - begin));
            begin = next;
        }
        at = next;
    }
    if (begin < text.size()) all.push_back(text.substr(begin));
    return all;
}

std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text)
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '\'':
            result += "&#39;";
            break;
        case '"':
            result += "&#34;";
            break;
        default:
            result += c;
        }
    return result;
}

} // namespace fettle::jinja
