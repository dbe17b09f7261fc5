#include "core/text/jinja/token_stream.h"

#include <algorithm>

namespace fettle::jinja {

namespace {

constexpr int kDeepestNesting = 150;

} // namespace

const Token& TokenStream::peek(std::size_t ahead) const {
    return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)];
}

Token TokenStream::next() {
    Token token = peek();
    m_at = std::min(m_at + 1, m_tokens.size() - 1);
    return token;
}

bool TokenStream::isOperator(const char* text) const {
    return peek().kind == TokenKind::Operator && peek().text == text;
}

bool TokenStream::isName(const char* text) const {
    return peek().kind == TokenKind::Name && peek().text == text;
}

bool TokenStream::skipOperator(const char* text) {
    const bool isThere = isOperator(text);
    if (isThere) next();
    return isThere;
}

bool TokenStream::skipName(const char* text) {
    const bool isThere = isName(text);
    if (isThere) next();
    return isThere;
}

void TokenStream::expectOperator(const char* text) {
    if (!skipOperator(text)) fail(std::string("Expected '") + text + "'");
}

void TokenStream::expectName(const char* text) {
    if (!skipName(text)) fail(std::string("Expected '") + text + "'");
}

void TokenStream::expect(TokenKind kind, const char* what) {
    if (peek().kind != kind) fail(std::string("Expected ") + what);
    next();
}

std::string TokenStream::takeName() {
    if (peek().kind != TokenKind::Name) fail("Expected a name");
    return next().text;
}

bool TokenStream::mentions(const char* name, std::size_t since) const {
    const auto begin = m_tokens.begin() + static_cast<std::ptrdiff_t>(since);
    return std::any_of(begin, m_tokens.begin() + static_cast<std::ptrdiff_t>(m_at),
                       [&](const Token& token) { return token.kind == TokenKind::Name && token.text == name; });
}

Place TokenStream::place() const {
    return {peek().line, peek().column};
}

void TokenStream::fail(const std::string& message) const {
    rethrowAt(Error{ErrorKind::BadTemplate, message, ""}, place());
}

TokenStream::Depth::Depth(TokenStream& stream) : m_stream(stream) {
    if (++m_stream.m_depth > kDeepestNesting) m_stream.fail("The template nests too deeply");
}

void rethrowAt(const Error& error, const Place& place) {
    if (error.facts.contains("line")) throw error;
    const std::string line = std::to_string(place.line), column = std::to_string(place.column);
    Facts facts = error.facts;
    facts["line"] = line;
    facts["column"] = column;
    throw Error{error.kind, "Chat template, line " + line + ", column " + column + ": " + error.message + ".",
                "Choose another template with data.chat_template, or change this one.", facts};
}

} // namespace fettle::jinja
