#include "core/text/jinja/format_spec.h"
#include "core/text/jinja/letters.h"
#include "core/text/jinja/operations.h"
#include "core/text/utf8.h"

#include <charconv>
#include <optional>

namespace fettle::jinja {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::int64_t leadingNumber(std::string_view& text) {
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{}) fail("A number in a format is missing or too large");
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return value;
}

bool isAlign(char c) {
    return c == '<' || c == '>' || c == '^' || c == '=';
}

// [[fill]align][sign][#][0][width][grouping][.precision][type]
FormatSpec parseSpec(std::string_view text, bool isText) {
    FormatSpec spec;
    const auto take = [&](std::string_view choices) {
        const bool isThere = !text.empty() && choices.find(text[0]) != std::string_view::npos;
        const char c = isThere ? text[0] : '\0';
        if (isThere) text.remove_prefix(1);
        return c;
    };
    const auto fill = text.empty() ? 0 : static_cast<std::size_t>(codePointAt(text, 0).length);
    if (fill != 0 && fill < text.size() && isAlign(text[fill])) {
        spec.fill = text.substr(0, fill);
        text.remove_prefix(fill);
    }
    spec.align = take("<>^=");
    if (const char sign = take("+- ")) spec.sign = sign;
    spec.isAlternate = take("#") != '\0';
    if (take("0") != '\0' && spec.align == '\0') {
        spec.fill = "0";
        spec.align = isText ? '<' : '=';
    }
    if (!text.empty() && isDigit(text[0])) spec.width = leadingNumber(text);
    spec.grouping = take(",_");
    if (take(".") != '\0') spec.precision = leadingNumber(text);
    spec.type = take("sdxXobceEfFgG%");
    if (!text.empty()) fail("The format '" + std::string(text) + "' is not supported");
    return spec;
}

class BraceFormat {
public:
    BraceFormat(const Value& pattern, const Arguments& given)
        : m_pattern(pattern.text()), m_given(given), m_escapes(pattern.isMarkup()) {}

    std::string run() {
        std::string text;
        while (m_at < m_pattern.size()) {
            if (text.size() > kLongestText) fail("A text is too long");
            const char c = m_pattern[m_at++];
            const bool isDoubled = m_at < m_pattern.size() && m_pattern[m_at] == c;
            if ((c == '{' || c == '}') && isDoubled)
                text += m_pattern[m_at++];
            else if (c == '{')
                text += field();
            else if (c == '}')
                fail("A '}' in the format text stands alone");
            else
                text += c;
        }
        return text;
    }

private:
    std::string field() {
        const std::size_t end = m_pattern.find('}', m_at);
        if (end == std::string::npos) fail("A '{' in the format text is not closed");
        std::string_view rest = std::string_view(m_pattern).substr(m_at, end - m_at);
        if (rest.find('{') != std::string_view::npos) fail("A format inside a format is not supported");
        m_at = end + 1;
        const std::size_t nameEnd = std::min(rest.find_first_of("!:"), rest.size());
        const Value value = looked(rest.substr(0, nameEnd));
        rest.remove_prefix(nameEnd);
        char conversion = '\0';
        if (rest.starts_with('!')) {
            conversion = rest.size() > 1 ? rest[1] : '?';
            rest.remove_prefix(std::min<std::size_t>(2, rest.size()));
        }
        if (!rest.empty() && rest[0] != ':') fail("A field of the format text is not understood");
        rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
        const std::string text = written(converted(value, conversion), rest);
        return m_escapes && !value.isMarkup() ? escaped(text) : text;
    }

    // "0.name[key]", "name", or nothing: the next in turn.
    Value looked(std::string_view path) {
        const std::size_t end = std::min(path.find_first_of(".["), path.size());
        Value value = argument(path.substr(0, end));
        for (path.remove_prefix(end); !path.empty();) {
            const bool isAttribute = path[0] == '.';
            path.remove_prefix(1);
            const std::size_t stop = isAttribute ? std::min(path.find_first_of(".["), path.size()) : path.find(']');
            if (stop == std::string_view::npos) fail("A '[' in the format text is not closed");
            const std::string name(path.substr(0, stop));
            const bool isIndex = isDecimal(name) && isAscii(name);
            std::string_view digits = name;
            value = isAttribute ? attribute(value, name)
                                : subscript(value, isIndex ? Value(leadingNumber(digits)) : Value(name));
            path.remove_prefix(isAttribute ? stop : stop + 1);
        }
        return value;
    }

    Value argument(std::string_view name) {
        if (!name.empty() && !isDigit(name[0])) {
            for (const auto& [key, value] : m_given.named)
                if (key == name) return value;
            fail("No value named '" + std::string(name) + "' for the format text");
        }
        if (m_isCounted && *m_isCounted != name.empty()) fail("A format text has numbers in all its fields or in none");
        m_isCounted = name.empty();
        const std::size_t index = name.empty() ? m_next++ : static_cast<std::size_t>(leadingNumber(name));
        if (index >= m_given.positional.size()) fail("Not enough values for the format text");
        return m_given.positional[index];
    }

    static Value converted(const Value& value, char conversion) {
        if (conversion == '\0') return value;
        if (conversion == 's') return pythonText(value);
        if (conversion == 'r') return pythonRepr(value);
        fail(std::string("The conversion !") + conversion + " is not supported");
    }

    static std::string written(const Value& value, std::string_view spec) {
        if (spec.empty()) return pythonText(value);
        if (value.isString()) return formattedText(value.text(), parseSpec(spec, true));
        if (!value.isNumber()) fail("A value of type " + value.typeName() + " takes no format");
        return formattedNumber(value, parseSpec(spec, false));
    }

    const std::string& m_pattern;
    const Arguments& m_given;
    const bool m_escapes;
    std::optional<bool> m_isCounted; // fields without a number
    std::size_t m_at = 0, m_next = 0;
};

} // namespace

Value braceFormatted(const Value& pattern, const Arguments& given) {
    return pattern.likewise(BraceFormat(pattern, given).run());
}

} // namespace fettle::jinja
