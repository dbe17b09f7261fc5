#include "core/text/jinja/format_spec.h"
#include "core/text/jinja/letters.h"
#include "core/text/jinja/operations.h"

namespace fettle::jinja {

namespace {

// Walks through a pattern and takes a value for each of its '%'.
class PercentFormat {
public:
    PercentFormat(const Value& pattern, const Value& given)
        : m_pattern(pattern.text()), m_given(given), m_values(given.is<Tuple>() ? given.items() : List{given}),
          m_escapes(pattern.isMarkup()) {}

    std::string run() {
        std::string text;
        while (m_at < m_pattern.size()) {
            if (text.size() > kLongestText) fail("A text is too long");
            const char c = m_pattern[m_at++];
            text += c == '%' ? piece() : std::string(1, c);
        }
        // A dict or list may be left untouched: it could have been meant by name.
        const bool isMapping = m_given.isDict() || (m_given.isSequence() && !m_given.is<Tuple>());
        if (m_next < m_values.size() && !isMapping) fail("More values than the format text has places for");
        return text;
    }

private:
    [[nodiscard]] char current() const {
        if (m_at >= m_pattern.size()) fail("A format text ends in the middle of a format");
        return m_pattern[m_at];
    }

    std::string piece() {
        if (current() == '%') return m_pattern.substr(m_at++, 1);
        const Value* named = current() == '(' ? &byName() : nullptr;
        FormatSpec spec = flags();
        spec.width = number();
        if (current() == '.') {
            ++m_at;
            spec.precision = number();
        }
        spec.type = m_pattern[m_at++];
        if (named == nullptr && m_next >= m_values.size()) fail("Not enough values for the format text");
        const std::string text = written(named != nullptr ? *named : m_values[m_next++], spec);
        return m_escapes ? escaped(text) : text;
    }

    const Value& byName() {
        const std::size_t end = m_pattern.find(')', m_at);
        if (end == std::string::npos) fail("A name in the format text is not closed");
        const std::string name = m_pattern.substr(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        if (!m_given.isDict()) fail("A format text with names needs a dict");
        m_next = m_values.size();
        const Value* found = find(m_given.entries(), name);
        if (found == nullptr) fail("No value named '" + name + "' for the format text");
        return *found;
    }

    FormatSpec flags() {
        FormatSpec spec{.align = '>'};
        for (;; ++m_at)
            switch (current()) {
            case '-':
                spec.align = '<';
                spec.fill = " ";
                break;
            case '0':
                if (spec.align == '>') spec.align = '=', spec.fill = "0";
                break;
            case '+':
                spec.sign = '+';
                break;
            case ' ':
                if (spec.sign == '-') spec.sign = ' ';
                break;
            case '#':
                spec.isAlternate = true;
                break;
            default:
                return spec;
            }
    }

    std::int64_t number() {
        std::int64_t value = 0;
        for (; current() >= '0' && current() <= '9' && value < 1'000'000'000; ++m_at)
            value = value * 10 + (current() - '0');
        return value;
    }

    static std::string written(const Value& value, FormatSpec spec) {
        const bool isText = spec.type == 's' || spec.type == 'r';
        if (isText || (spec.type == 'c' && value.isString())) {
            const std::string text = spec.type == 'r' ? pythonRepr(value) : pythonText(value);
            if (spec.type == 'c' && length(value) != 1) fail("The format %c takes one character");
            return formattedText(
                text, {.align = spec.align == '<' ? '<' : '>', .width = spec.width, .precision = spec.precision});
        }
        if (std::string("diuxXoeEfFgGc").find(spec.type) == std::string::npos)
            fail(std::string("The format %") + spec.type + " is not supported");
        if (!value.isNumber())
            fail(std::string("The format %") + spec.type + " needs a number, not " + value.typeName());
        const bool isWhole = spec.type == 'd' || spec.type == 'i' || spec.type == 'u';
        if (isWhole) spec.type = 'd';
        return formattedNumber(isWhole ? Value(truncated(value)) : value, spec);
    }

    const std::string& m_pattern;
    const Value& m_given;
    const List m_values;
    const bool m_escapes;
    std::size_t m_at = 0, m_next = 0;
};

} // namespace

Value percentFormatted(const Value& pattern, const Value& given) {
    return pattern.likewise(PercentFormat(pattern, given).run());
}

} // namespace fettle::jinja
