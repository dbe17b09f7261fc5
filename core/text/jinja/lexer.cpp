#include "core/text/jinja/lexer.h"

#include "core/base/error.h"
#include "core/text/jinja/numeral.h"
#include "core/text/utf8.h"

#include <array>
#include <cctype>
#include <string_view>
#include <utility>

namespace fettle::jinja {

namespace {

bool isNameStart(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool isNamePart(char c) {
    return isNameStart(c) || std::isdigit(static_cast<unsigned char>(c)) != 0;
}

std::string withoutCarriageReturns(const std::string& source) {
    std::string text;
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] != '\r')
            text += source[i];
        else if (i + 1 >= source.size() || source[i + 1] != '\n')
            text += '\n';
    }
    if (text.ends_with('\n')) // keep_trailing_newline is off
        text.pop_back();
    return text;
}

class Lexer {
public:
    explicit Lexer(const std::string& source) : m_source(withoutCarriageReturns(source)) {}

    std::vector<Token> run() {
        while (m_at < m_source.size())
            textAndTag();
        add(TokenKind::End, "");
        return std::move(m_tokens);
    }

private:
    [[noreturn]] void fail(const std::string& message) const {
        throw Error{ErrorKind::BadTemplate,
                    message + " (line " + std::to_string(m_line) + ", column " + std::to_string(column()) + ").",
                    "",
                    {{"line", std::to_string(m_line)}, {"column", std::to_string(column())}}};
    }
    [[nodiscard]] int column() const { return static_cast<int>(m_at - m_lineStart) + 1; }
    [[nodiscard]] bool startsWith(std::string_view text) const {
        return m_source.compare(m_at, text.size(), text) == 0;
    }

    void advance(std::size_t count) {
        for (std::size_t end = m_at + count; m_at < end; ++m_at)
            if (m_source[m_at] == '\n') {
                ++m_line;
                m_lineStart = m_at + 1;
            }
    }
    void add(TokenKind kind, std::string text) { m_tokens.push_back({kind, std::move(text), m_line, column()}); }

    // Text up to the next tag, then the tag.
    void textAndTag() {
        std::size_t tag = m_at;
        do {
            tag = m_source.find('{', tag);
            if (tag == std::string::npos || tag + 1 >= m_source.size()) {
                tag = std::string::npos;
                break;
            }
            const char next = m_source[tag + 1];
            if (next == '%' || next == '{' || next == '#') break;
            ++tag;
        } while (true);
        if (tag == std::string::npos) return text(m_source.size(), m_source.size());
        text(textEnd(tag), tag);
        const char kind = m_source[m_at + 1];
        if (kind == '#')
            comment();
        else if (const std::size_t end = kind == '%' ? rawTagEnd("raw") : 0; end != 0)
            raw(end);
        else
            inside(kind == '%');
    }

    // Where the tag that starts here ends, if it holds this word alone; else 0.
    [[nodiscard]] std::size_t rawTagEnd(std::string_view word) const {
        std::size_t at = m_at + 2;
        const auto skipSpaces = [&] {
            while (at < m_source.size() && std::isspace(static_cast<unsigned char>(m_source[at])) != 0)
                ++at;
        };
        const auto skipSign = [&] {
            at += at < m_source.size() && (m_source[at] == '-' || m_source[at] == '+') ? 1 : 0;
        };
        skipSign();
        skipSpaces();
        if (m_source.compare(at, word.size(), word) != 0) return 0;
        at += word.size();
        skipSpaces();
        skipSign();
        return m_source.compare(at, 2, "%}") == 0 ? at + 2 : 0;
    }

    // {% raw %}: text up to its end, whatever it looks like. The newline behind its beginning stays.
    void raw(std::size_t bodyBegin) {
        advance(bodyBegin - m_at);
        afterTag(m_source[m_at - 3], false);
        for (std::size_t tag = m_source.find("{%", m_at);; tag = m_source.find("{%", tag + 1)) {
            if (tag == std::string::npos) fail("{% raw %} is not closed");
            const std::size_t begin = std::exchange(m_at, tag);
            const std::size_t end = rawTagEnd("endraw");
            m_at = begin;
            if (end == 0) continue;
            text(textEnd(tag), tag);
            advance(end - m_at);
            return afterTag(m_source[m_at - 3], true);
        }
    }

    // `-` before the tag trims all white space; lstrip_blocks drops blanks between line start and a block or comment.
    [[nodiscard]] std::size_t textEnd(std::size_t tag) const {
        const char kind = m_source[tag + 1];
        const char sign = tag + 2 < m_source.size() ? m_source[tag + 2] : '\0';
        std::size_t end = tag;
        if (sign == '-') {
            while (end > m_at && std::isspace(static_cast<unsigned char>(m_source[end - 1])) != 0)
                --end;
            return end;
        }
        if (kind == '{' || sign == '+') return tag;
        while (end > m_at && (m_source[end - 1] == ' ' || m_source[end - 1] == '\t'))
            --end;
        return end == 0 || m_source[end - 1] == '\n' ? end : tag;
    }

    void text(std::size_t end, std::size_t next) {
        if (end > m_at) add(TokenKind::Text, m_source.substr(m_at, end - m_at));
        advance(next - m_at);
    }

    void comment() {
        const std::size_t end = m_source.find("#}", m_at + 2);
        if (end == std::string::npos) fail("A comment is not closed");
        const char sign = m_source[end - 1];
        advance(end + 2 - m_at);
        afterTag(sign, true);
    }

    // trim_blocks drops the newline after a block or comment; `-` drops all white space.
    void afterTag(char sign, bool trims) {
        std::size_t end = m_at;
        if (sign == '-')
            while (end < m_source.size() && std::isspace(static_cast<unsigned char>(m_source[end])) != 0)
                ++end;
        else if (trims && sign != '+' && end < m_source.size() && m_source[end] == '\n')
            ++end;
        advance(end - m_at);
    }

    void inside(bool isBlock) {
        add(isBlock ? TokenKind::BlockBegin : TokenKind::PrintBegin, "");
        advance(2);
        if (m_at < m_source.size() && (m_source[m_at] == '-' || m_source[m_at] == '+')) advance(1);
        const std::string_view close = isBlock ? "%}" : "}}";
        int depth = 0; // braces of dict literals
        for (;;) {
            while (m_at < m_source.size() && std::isspace(static_cast<unsigned char>(m_source[m_at])) != 0)
                advance(1);
            if (m_at >= m_source.size()) fail("A tag is not closed");
            const bool isSigned = (m_source[m_at] == '-' || m_source[m_at] == '+') &&
                                  m_source.compare(m_at + 1, close.size(), close) == 0;
            if (depth == 0 && (isSigned || startsWith(close))) {
                const char sign = isSigned ? m_source[m_at] : '\0';
                add(isBlock ? TokenKind::BlockEnd : TokenKind::PrintEnd, "");
                advance(close.size() + (isSigned ? 1 : 0));
                return afterTag(sign, isBlock);
            }
            depth += m_source[m_at] == '{' ? 1 : m_source[m_at] == '}' ? -1 : 0;
            token();
        }
    }

    void token() {
        const char c = m_source[m_at];
        if (isNameStart(c)) return name();
        if (std::isdigit(static_cast<unsigned char>(c)) != 0) return number();
        if (c == '"' || c == '\'') return string(c);
        static constexpr std::array kOperators = {"//", "**", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "~", "<",
                                                  ">",  "=",  ".",  ",",  ":",  "|",  "(", ")", "[", "]", "{", "}"};
        for (const char* text : kOperators)
            if (startsWith(text)) {
                add(TokenKind::Operator, text);
                return advance(std::string_view(text).size());
            }
        fail(std::string("Unexpected character '") + c + "'");
    }

    void name() {
        std::size_t end = m_at;
        while (end < m_source.size() && isNamePart(m_source[end]))
            ++end;
        add(TokenKind::Name, m_source.substr(m_at, end - m_at));
        advance(end - m_at);
    }

    void number() {
        const bool isIndex = m_at > 0 && m_source[m_at - 1] == '.'; // a.0.1
        const Numeral numeral = numeralAt(m_source, m_at, isIndex ? Fraction::Forbidden : Fraction::Allowed);
        std::string text = m_source.substr(m_at, numeral.length);
        std::erase(text, '_');
        add(numeral.isFloat ? TokenKind::Float : TokenKind::Integer, text);
        advance(numeral.length);
    }

    void string(char quote) {
        std::string value;
        std::size_t at = m_at + 1;
        for (; at < m_source.size() && m_source[at] != quote; ++at) {
            if (m_source[at] != '\\' || at + 1 >= m_source.size())
                value += m_source[at];
            else
                at += escape(m_source[at + 1], at + 2, value);
        }
        if (at >= m_source.size()) fail("A string is not closed");
        add(TokenKind::String, value);
        advance(at + 1 - m_at);
    }

    // Appends what the escape stands for; returns how many characters after the backslash it took.
    std::size_t escape(char c, std::size_t rest, std::string& value) const {
        static constexpr std::string_view kNames = "ntrbfva", kValues = "\n\t\r\b\f\v\a";
        if (c == '\\' || c == '\'' || c == '"') {
            value += c;
        } else if (c == 'x' || c == 'u' || c == 'U') {
            const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : 8;
            const std::string hex = m_source.substr(rest, digits);
            if (hex.size() == digits && hex.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos) {
                const auto code = static_cast<char32_t>(std::stoul(hex, nullptr, 16));
                value += code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ? std::string(kReplacement) : utf8(code);
                return 1 + digits;
            }
            value += {'\\', c};
        } else if (const auto index = kNames.find(c); index != std::string_view::npos) {
            value += kValues[index];
        } else if (c != '\n') {
            value += {'\\', c};
        }
        return 1;
    }

    std::string m_source;
    std::size_t m_at = 0, m_lineStart = 0;
    int m_line = 1;
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<Token> tokenize(const std::string& source) {
    return Lexer(source).run();
}

} // namespace fettle::jinja
